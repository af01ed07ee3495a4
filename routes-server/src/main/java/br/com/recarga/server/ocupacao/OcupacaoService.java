package br.com.recarga.server.ocupacao;

import br.com.recarga.contract.Ocupacao;
import br.com.recarga.contract.Ocupacao.Uso;
import br.com.recarga.contract.Ocupacao.UsoDoPosto;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.janelas.PeriodoAberto;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;

/** The figures of a period. */
@Service
public class OcupacaoService {

    /** The longest period. */
    static final Duration MAXIMO = Duration.ofDays(366);

    private static final Duration PADRAO = Duration.ofHours(24);
    private static final double HORA = 3600;

    /** Years outside of these have not four digits, as those in the database have. */
    private static final Instant PRIMEIRO = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant ULTIMO = Instant.parse("9998-01-01T00:00:00Z");

    private final ServerSettings settings;
    private final Janelas janelas;
    private final Clock clock;

    OcupacaoService(ServerSettings settings, Janelas janelas, Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.clock = clock;
    }

    /**
     * Fills in what is left open: until now, and 24 hours long.
     *
     * @throws PedidoRecusado if it ends before it begins, or lasts longer than 366 days
     */
    public JanelaDefinida definir(PeriodoAberto periodo) {
        Instant agora = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Instant de = periodo.de() == null ? null : Instantes.segundos(periodo.de());
        Instant ate = periodo.ate() == null ? null : Instantes.segundos(periodo.ate());
        exigirAno("de", de);
        exigirAno("ate", ate);
        if (ate == null) {
            ate = de == null || de.isBefore(agora) ? agora : de.plus(PADRAO);
        }
        if (de == null) {
            de = ate.minus(PADRAO);
        }
        if (!ate.isAfter(de)) {
            throw PedidoRecusado.campo("ate", "deve ser posterior a 'de'");
        }
        if (Duration.between(de, ate).compareTo(MAXIMO) > 0) {
            throw PedidoRecusado.campo("ate", "o período pode ter no máximo %d dias".formatted(MAXIMO.toDays()));
        }
        return new JanelaDefinida(de, ate);
    }

    /** Parameters of {@code ocupacao.sql}. */
    public Map<String, Object> parametros(JanelaDefinida periodo) {
        return periodo.parametros(Instant.now(clock));
    }

    public Ocupacao mostrar(JanelaDefinida periodo, List<UsoRegistro> rows) {
        long segundos = Duration.between(periodo.inicio(), periodo.fim()).toSeconds();
        return new Ocupacao(
                settings.serverId(),
                janelas.local(periodo.inicio()),
                janelas.local(periodo.fim()),
                uso(rows, segundos * Math.max(1, rows.size())),
                rows.stream()
                        .map(row -> new UsoDoPosto(row.postoId(), row.posto(), uso(List.of(row), segundos)))
                        .toList());
    }

    /** @param segundos that all of them could have been used for */
    private static Uso uso(List<UsoRegistro> rows, long segundos) {
        Map<Situacao, Long> reservas = new EnumMap<>(Situacao.class);
        reservas.put(Situacao.PRE_RESERVADA, soma(rows, UsoRegistro::preReservadas));
        reservas.put(Situacao.CONFIRMADA, soma(rows, UsoRegistro::confirmadas));
        reservas.put(Situacao.EM_ANDAMENTO, soma(rows, UsoRegistro::emAndamento));
        reservas.put(Situacao.CONCLUIDA, soma(rows, UsoRegistro::concluidas));
        reservas.put(Situacao.CANCELADA, soma(rows, UsoRegistro::canceladas));
        reservas.put(Situacao.EXPIRADA, soma(rows, UsoRegistro::expiradas));
        double taxa = (double) soma(rows, UsoRegistro::segundosOcupados) / segundos;
        return new Uso(
                reservas,
                arredondar(soma(rows, UsoRegistro::segundosReservados) / HORA, 2),
                arredondar(taxa, 4),
                soma(rows, UsoRegistro::carregamentos),
                arredondar(somaDecimal(rows, UsoRegistro::energiaKwh), 3),
                arredondar(somaDecimal(rows, UsoRegistro::receita), 2));
    }

    private static long soma(List<UsoRegistro> rows, ToLongFunction<UsoRegistro> column) {
        return rows.stream().mapToLong(column).sum();
    }

    private static double somaDecimal(List<UsoRegistro> rows, ToDoubleFunction<UsoRegistro> column) {
        return rows.stream().mapToDouble(column).sum();
    }

    private static double arredondar(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }

    private static void exigirAno(String campo, Instant instant) {
        if (instant != null && (instant.isBefore(PRIMEIRO) || instant.isAfter(ULTIMO))) {
            throw PedidoRecusado.campo(campo, "deve ter um ano de quatro algarismos");
        }
    }
}
