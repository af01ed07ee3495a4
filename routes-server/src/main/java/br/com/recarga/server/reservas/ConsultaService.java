package br.com.recarga.server.reservas;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Mudanca;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Reserva;
import br.com.recarga.contract.ReservasPagina;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.PeriodoAberto;
import br.com.recarga.server.umavez.Quem;
import br.com.recarga.server.umavez.RespostaGuardada;
import br.com.recarga.server.umavez.RespostasGuardadas;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who sees how much of a reservation. */
@Service
public class ConsultaService {

    /**
     * How many requests that nobody made are remembered at once, about 2 MB; beyond them a further one is not answered for
     * certain, until they are forgotten.
     */
    static final int MARCAS = 10_000;

    private final ServerSettings settings;
    private final HoraDoLugar horas;
    private final RespostasGuardadas respostas;
    private final Clock clock;

    ConsultaService(ServerSettings settings, HoraDoLugar horas, RespostasGuardadas respostas, Clock clock) {
        this.settings = settings;
        this.horas = horas;
        this.respostas = respostas;
        this.clock = clock;
    }

    /**
     * Parameters of the statements that look for it.
     *
     * @param cliente whose trip it has to be; null: anybody's who knows its id
     */
    public Map<String, Object> parametros(ReservasRequest pedido, String cliente) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("cliente", cliente);
        parametros.put("placa", pedido.placa());
        parametros.put("codigo_reserva", ImpressaoDoCodigo.de(pedido.codigoReserva()));
        parametros.put("reserva_id", pedido.reservaId());
        parametros.put("viagem_id", pedido.viagemId());
        parametros.put("request_id", pedido.requestIdOriginal());
        parametros.put("limite", MARCAS);
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    /** @param reservas those of the plate whose code the caller has: of the others nobody is told that they are there */
    public ReservasResponse daPlaca(ReservasRequest pedido, List<ReservaRegistro> reservas) {
        return new ReservasResponse(pedido.requestId(), settings.serverId(), mostrar(reservas));
    }

    /** All of reservations but their codes and histories. */
    public List<Reserva> mostrar(List<ReservaRegistro> reservas) {
        return reservas.stream().map(row -> mostrar(row, null)).toList();
    }

    /** All that this server has of a trip: whoever knows its id may cancel it, and so see how it stands. */
    public ReservasResponse daViagem(ReservasRequest pedido, List<ReservaRegistro> reservas) {
        return new ReservasResponse(
                pedido.requestId(),
                settings.serverId(),
                reservas.stream().map(row -> mostrar(row, null).daViagem()).toList());
    }

    public boolean podeVer(ReservasRequest pedido, ReservaRegistro reserva, Quem quem) {
        return reserva.permite(quem, pedido.codigoReserva());
    }

    /**
     * @param reserva null if there is none
     * @throws PedidoRecusado as if there were none, if the code is wrong: nothing is revealed
     */
    public void exigirCodigo(ReservasRequest pedido, ReservaRegistro reserva, Quem quem) {
        if (reserva == null || !podeVer(pedido, reserva, quem)) {
            throw inexistente();
        }
    }

    /** What became of a request that made no reservation: a refusal, or that something else was done, such as to cancel. */
    public Resposta desfecho(ReservasRequest pedido, RespostaGuardada guardada) {
        return respostas.ler(pedido.requestIdOriginal(), guardada).withRequestId(pedido.requestId());
    }

    public ReservasResponse resumo(ReservasRequest pedido, ReservaRegistro reserva) {
        return uma(pedido, mostrar(reserva, null).resumo());
    }

    /** Who of the operators has done something, only operators are told. */
    public ReservasResponse detalhe(
            ReservasRequest pedido, ReservaRegistro reserva, List<MudancaRegistro> historico, Quem quem) {
        return uma(
                pedido,
                mostrar(
                        reserva,
                        quem.ehOperador()
                                ? historico
                                : historico.stream()
                                        .map(MudancaRegistro::semOperador)
                                        .toList()));
    }

    /**
     * Parameters of {@code reservas-filtrar.sql} and {@code reservas-contar.sql}.
     *
     * @throws PedidoRecusado if the period ends before it begins
     */
    public Map<String, Object> filtro(FiltroDeReservas filtro) {
        Map<String, Object> parametros = new PeriodoAberto(filtro.de(), filtro.ate()).parametros();
        parametros.put("posto_id", filtro.postoId());
        parametros.put("placa", filtro.placa());
        parametros.put(
                "situacao", filtro.situacao() == null ? null : filtro.situacao().name());
        parametros.put("limite", filtro.limite());
        parametros.put("deslocamento", filtro.deslocamento());
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    /** What an operator sees. */
    public ReservasPagina pagina(FiltroDeReservas filtro, List<ReservaRegistro> reservas, long total) {
        return new ReservasPagina(
                settings.serverId(),
                reservas.stream().map(row -> mostrar(row, null)).toList(),
                total,
                filtro.limite(),
                filtro.deslocamento());
    }

    private ReservasResponse uma(ReservasRequest pedido, Reserva reserva) {
        return new ReservasResponse(pedido.requestId(), settings.serverId(), List.of(reserva));
    }

    /** All of a reservation but its code. */
    private Reserva mostrar(ReservaRegistro row, List<MudancaRegistro> historico) {
        ZoneId fuso = horas.fuso(row.lugar());
        return new Reserva(
                row.reservaId(),
                settings.serverId(),
                row.requestId(),
                row.viagemId(),
                row.postoId(),
                row.posto(),
                row.placa(),
                HoraDoLugar.local(row.inicio(), fuso),
                HoraDoLugar.local(row.fim(), fuso),
                fuso.getId(),
                row.situacao(),
                HoraDoLugar.local(row.chegarAte(), fuso),
                row.termos(),
                row.espera() ? row.aviso() : null,
                HoraDoLugar.local(row.criadaEm(), fuso),
                row.espera() ? HoraDoLugar.local(row.chegouEm(), fuso) : null,
                historico == null
                        ? null
                        : historico.stream()
                                .map(mudanca -> mostrar(mudanca, fuso))
                                .toList());
    }

    private static Mudanca mostrar(MudancaRegistro row, ZoneId fuso) {
        return new Mudanca(
                HoraDoLugar.local(row.em(), fuso), row.de(), row.para(), row.por(), row.operador(), row.motivo());
    }

    static PedidoRecusado inexistente() {
        return new PedidoRecusado(Codigo.RESERVA_INEXISTENTE, MudancaService.INEXISTENTE);
    }

    /** The request came while it was asked about, or too many ask, or there are too many marks: in no case one may rely on anything. */
    static PedidoRecusado incerta() {
        return new PedidoRecusado(
                Codigo.SERVIDOR_INDISPONIVEL, "Ainda não se sabe o que foi feito desse pedido: pergunte de novo");
    }
}
