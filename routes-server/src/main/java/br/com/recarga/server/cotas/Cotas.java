package br.com.recarga.server.cotas;

import static java.util.stream.Collectors.toUnmodifiableMap;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Janela;
import br.com.recarga.contract.Plano;
import br.com.recarga.server.config.CotasSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Who may reserve how much, and the words for whoever may not; the database counts. */
@Service
@EnableConfigurationProperties(CotasSettings.class)
public class Cotas {

    private final CotasSettings settings;
    private final ServerSettings server;
    private final Map<String, Integer> parceiros;
    private final Clock clock;

    Cotas(CotasSettings settings, ServerSettings server, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.clock = clock;
        this.parceiros = settings.parceiros().stream()
                .map(parceiro -> parceiro.split("="))
                .collect(toUnmodifiableMap(nome -> nome[0], quantas -> Integer.valueOf(quantas[1])));
    }

    /** @param cliente as the topic of the request proves it; null: nothing proves who asks */
    public Cota de(Autor autor, String cliente) {
        if (autor == Autor.OPERADOR) {
            return Cota.LIVRE;
        }
        Integer doParceiro = cliente == null ? null : parceiros.get(cliente);
        boolean perto = settings.diasAdiante() > 0 && doParceiro == null;
        return new Cota(
                seHouver(settings.porPlaca()),
                seHouver(settings.preReservas()),
                perto ? Instant.now(clock).plus(settings.diasAdiante(), ChronoUnit.DAYS) : null,
                doParceiro == null ? null : cliente,
                doParceiro);
    }

    /**
     * What keeps whoever asks from reserving.
     *
     * @param inicio of the window, of several that of the last
     * @param fuso by whose clocks it is told
     */
    public Optional<Limite> limite(Cota cota, CotaAlcancada alcancada, Instant inicio, ZoneId fuso) {
        return adiante(cota, inicio, fuso).or(() -> alcancada(cota, alcancada, fuso));
    }

    /** The same of the start alone. */
    public Optional<Limite> adiante(Cota cota, Instant inicio, ZoneId fuso) {
        if (cota.ate() == null || !inicio.isAfter(cota.ate())) {
            return Optional.empty();
        }
        int dias = settings.diasAdiante();
        Instant abre = inicio.minus(dias, ChronoUnit.DAYS);
        return Optional.of(limite(
                "Reserva-se com no máximo %d dia(s) de antecedência: esse horário, a partir de %%s".formatted(dias),
                abre,
                fuso));
    }

    /** The same of what is counted alone. */
    public Optional<Limite> alcancada(Cota cota, CotaAlcancada alcancada, ZoneId fuso) {
        if (alcancada.daPlaca()) {
            return doCarro(
                    "O carro já tem %d reserva(s) em aberto neste servidor, e mais não pode ter: cancele uma, ou espere que uma termine"
                            .formatted(cota.porPlaca()),
                    cota,
                    fuso);
        }
        if (alcancada.dePreReservas()) {
            return doCarro(
                    "O carro já tem %d viagem(ns) só pré-reservada(s) neste servidor, e mais não pode ter: confirme-a, cancele-a, ou espere que caduque"
                            .formatted(cota.preReservas()),
                    cota,
                    fuso);
        }
        if (alcancada.daViagem()) {
            return doCarro(
                    "Neste servidor uma viagem tem no máximo %d paradas em aberto, de %d horas ao todo, e esta passaria disso: encurte-a, ou espere que uma parada termine"
                            .formatted(Plano.PARADAS_MAXIMAS, Janela.DURACAO_MAXIMA.toHours()),
                    cota,
                    fuso);
        }
        return Optional.ofNullable(alcancada.doParceiro())
                .map(ate -> limite(
                        "O parceiro já tem %d reserva(s) em aberto neste servidor, e mais não pode ter: a próxima termina o mais tardar em %%s"
                                .formatted(cota.doParceiro()),
                        Instantes.parse(ate),
                        fuso));
    }

    /** A plate is known to many: whoever asks in its name is not told when its car is where. */
    private Optional<Limite> doCarro(String mensagem, Cota cota, ZoneId fuso) {
        Instant longe =
                cota.ate() == null ? Instant.now(clock).plus(server.horizonteDias(), ChronoUnit.DAYS) : cota.ate();
        return Optional.of(new Limite(mensagem, HoraDoLugar.local(longe.truncatedTo(ChronoUnit.SECONDS), fuso)));
    }

    private static Limite limite(String mensagem, Instant ate, ZoneId fuso) {
        return new Limite(mensagem.formatted(HoraDoLugar.porExtenso(ate, fuso)), HoraDoLugar.local(ate, fuso));
    }

    private static Integer seHouver(int cota) {
        return cota == 0 ? null : cota;
    }
}
