package br.com.recarga.server.reservas;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.Janela;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Termos;
import br.com.recarga.platform.TimeOrderedId;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.cotas.Cota;
import br.com.recarga.server.cotas.CotaAlcancada;
import br.com.recarga.server.cotas.Cotas;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.postos.PostoRegistro;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Service;

/** The rules of a reservation that are not the database's, and the words of its answers. */
@Service
public class ReservaService {

    private static final int CODIGO_BYTES = 10;

    private final ServerSettings settings;
    private final Janelas janelas;
    private final HoraDoLugar horas;
    private final Cotas cotas;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReservaService(ServerSettings settings, Janelas janelas, HoraDoLugar horas, Cotas cotas, Clock clock) {
        this.janelas = janelas;
        this.horas = horas;
        this.cotas = cotas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The reservation that the request asks for.
     *
     * @throws PedidoRecusado if its window has passed or lies beyond the horizon
     */
    public NovaReserva nova(ReservaRequest pedido, PostoRegistro posto, Cota cota) {
        Instant agora = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Duration carga = duracaoDaCarga(pedido.carro(), posto);
        JanelaDefinida janela = janelas.definir(pedido, agora, carga);
        return new NovaReserva(
                novoId(),
                novoCodigo(),
                pedido,
                pedido.postoId(),
                janela,
                Situacao.CONFIRMADA,
                janelas.limiteDeChegada(janela),
                cota,
                agora);
    }

    public Resposta confirmada(NovaReserva reserva, PostoRegistro posto) {
        ZoneId fuso = horas.fuso(posto.lugar());
        ReservaRequest pedido = reserva.pedido();
        String mensagem = "O posto %s localizado no servidor %s foi reservado para o carro de placa %s%s."
                .formatted(posto.nome(), settings.serverId(), pedido.carro().placa(), emVezDe(reserva));
        return Resposta.de(pedido.requestId(), settings.serverId(), Codigo.OK, mensagem)
                .reservaId(reserva.id())
                .codigoReserva(reserva.codigoReserva())
                .postoId(posto.id())
                .placa(pedido.carro().placa())
                .inicio(HoraDoLugar.local(reserva.janela().inicio(), fuso))
                .fim(HoraDoLugar.local(reserva.janela().fim(), fuso))
                .fuso(fuso.getId())
                .situacao(reserva.situacao())
                .chegarAte(HoraDoLugar.local(reserva.expiraEm(), fuso))
                .termos(new Termos(posto.precoKwh(), posto.potenciaMaxima(), posto.tipoConector()))
                .build();
    }

    private static String emVezDe(NovaReserva reserva) {
        return reserva.emOutroPosto()
                ? ", em vez do posto %d, que não está livre nesse horário"
                        .formatted(reserva.pedido().postoId())
                : "";
    }

    /** Whether the request is content with another point like the one that it names. */
    public boolean aceitaEquivalente(ReservaRequest pedido) {
        return Boolean.TRUE.equals(pedido.aceitaEquivalente());
    }

    /**
     * @param alternativas free points in the same window; told only if the point itself is the obstacle
     */
    public Resposta recusada(
            NovaReserva reserva,
            PostoRegistro posto,
            CotaAlcancada alcancada,
            Impedimento impedimento,
            List<Posto> alternativas) {
        if (impedimento.chaveUsada()) {
            return recusada(
                    reserva,
                    posto,
                    Codigo.CHAVE_REUTILIZADA,
                    "Esse request_id já fez uma reserva, há mais tempo do que se guarda a resposta",
                    null);
        }
        if (impedimento.viagemCancelada()) {
            return recusada(reserva, posto, Codigo.VIAGEM_RECUSADA, "A viagem já foi cancelada", null);
        }
        return cotas.limite(reserva.cota(), alcancada, reserva.janela().inicio(), horas.fuso(posto.lugar()))
                .map(limite -> recusada(reserva, posto, Codigo.LIMITE_EXCEDIDO, limite.mensagem(), null)
                        .withTenteApos(limite.tenteApos()))
                .orElseGet(() -> recusada(reserva, posto, impedimento, alternativas));
    }

    private Resposta recusada(
            NovaReserva reserva, PostoRegistro posto, Impedimento impedimento, List<Posto> alternativas) {
        return impedimento
                .doPosto(posto.nome())
                .map(recusa -> recusada(
                        reserva, posto, recusa.codigo(), recusa.getMessage() + nemOutro(reserva), alternativas))
                .orElseGet(() -> recusada(
                        reserva,
                        posto,
                        Codigo.CARRO_JA_RESERVADO,
                        "O carro de placa %s já tem uma reserva nesse horário"
                                .formatted(reserva.pedido().carro().placa()),
                        null));
    }

    private String nemOutro(NovaReserva reserva) {
        return aceitaEquivalente(reserva.pedido()) ? ", e nenhum posto igual do mesmo local está livre" : "";
    }

    /** A refusal of what cannot even be tried. */
    public Resposta recusada(ReservaRequest pedido, PedidoRecusado recusa) {
        return Resposta.erro(pedido.requestId(), settings.serverId(), recusa.codigo(), recusa.getMessage());
    }

    private Resposta recusada(
            NovaReserva reserva, PostoRegistro posto, Codigo codigo, String mensagem, List<Posto> alternativas) {
        ZoneId fuso = horas.fuso(posto.lugar());
        ReservaRequest pedido = reserva.pedido();
        return Resposta.de(pedido.requestId(), settings.serverId(), codigo, mensagem)
                .alternativas(alternativas)
                .postoId(pedido.postoId())
                .placa(pedido.carro().placa())
                .inicio(HoraDoLugar.local(reserva.janela().inicio(), fuso))
                .fim(HoraDoLugar.local(reserva.janela().fim(), fuso))
                .fuso(fuso.getId())
                .build();
    }

    /** As long as it takes to fill the battery there, within the bounds of a window. */
    static Duration duracaoDaCarga(Carro carro, PostoRegistro posto) {
        double segundos = CurvaDeRecarga.de(carro, posto.potenciaMaxima(), posto.tipoConector())
                .segundos(carro.nivelBateriaAtual(), carro.capacidadeBateria());
        Duration carga = Duration.ofSeconds(Math.round(segundos));
        if (carga.compareTo(Janela.DURACAO_MINIMA) < 0) {
            return Janela.DURACAO_MINIMA;
        }
        return carga.compareTo(Janela.DURACAO_MAXIMA) > 0 ? Janela.DURACAO_MAXIMA : carga;
    }

    /** Begins with this server, so that any client knows whom to ask. */
    public String novoId() {
        return ReservaId.de(settings.serverId(), TimeOrderedId.next());
    }

    /** What only whoever reserves is told. */
    public String novoCodigo() {
        byte[] bytes = new byte[CODIGO_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
