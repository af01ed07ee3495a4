package br.com.recarga.server.reservas;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.Autor;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.ReservaSituacao;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.cotas.Cota;
import br.com.recarga.server.cotas.Cotas;
import br.com.recarga.server.cotas.Limite;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.umavez.Quem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What may become of a reservation once it is made, and the words for it; the database decides. */
@Service
public class MudancaService {

    static final String INEXISTENTE = "Não há reserva com esse número e esse código";

    /** Of a car that waits and is offered other points: it keeps its own until it gives it up. */
    public static final String CANCELE_ANTES = "Para reservar outro posto, cancele antes esta reserva";

    private static final Set<Situacao> CHEGADA_E_SAIDA = EnumSet.of(Situacao.EM_ANDAMENTO, Situacao.CONCLUIDA);

    /** The states in which a window may change; of a car that is there, only its end. */
    private static final Set<Situacao> ALTERAVEIS = EnumSet.of(Situacao.CONFIRMADA, Situacao.EM_ANDAMENTO);

    private final ServerSettings settings;
    private final Janelas janelas;
    private final HoraDoLugar horas;
    private final Cotas cotas;
    private final Clock clock;

    MudancaService(ServerSettings settings, Janelas janelas, HoraDoLugar horas, Cotas cotas, Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.horas = horas;
        this.cotas = cotas;
        this.clock = clock;
    }

    public Transicao cancelamento(CancelamentoRequest pedido, Quem quem) {
        return new Transicao(
                pedido.reservaId(),
                pedido.codigoReserva(),
                !quem.ehOperador(),
                Situacao.CANCELADA,
                quem,
                pedido.motivo());
    }

    /** @throws PedidoRecusado if it tells neither of an arrival nor of a departure: other changes are asked for, not told */
    public void exigirChegadaOuSaida(ReservaSituacao contada) {
        if (!CHEGADA_E_SAIDA.contains(contada.situacao())) {
            throw PedidoRecusado.campo("situacao", "deve ser EM_ANDAMENTO ou CONCLUIDA");
        }
    }

    /** Parameters of {@code reserva-transitar.sql}, and of {@code reserva-buscar.sql}. */
    public Map<String, Object> parametros(Transicao transicao) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("reserva_id", transicao.reservaId());
        parametros.put("codigo_reserva", ImpressaoDoCodigo.de(transicao.codigoReserva()));
        parametros.put("exige_codigo", transicao.exigeCodigo());
        parametros.put("para", transicao.para().name());
        transicao.quem().assinar(parametros);
        parametros.put("motivo", transicao.motivo());
        parametros.put("agora", Instantes.format(agora));
        parametros.put("chegada", Instantes.format(agora.plus(settings.tolerancia())));
        return parametros;
    }

    /** Parameters of {@code reserva-buscar.sql}. */
    public Map<String, Object> procurada(String reservaId) {
        return Map.of("reserva_id", reservaId, "agora", Instantes.format(Instant.now(clock)));
    }

    /**
     * The answer to whoever asked to cancel; that it is cancelled already is no error.
     *
     * @param reserva as it is after the attempt; null if there is none
     */
    public Resposta cancelada(CancelamentoRequest pedido, ReservaRegistro reserva, Quem quem) {
        String requestId = pedido.requestId();
        if (reserva == null || !reserva.permite(quem, pedido.codigoReserva())) {
            return Resposta.erro(requestId, settings.serverId(), Codigo.RESERVA_INEXISTENTE, INEXISTENTE);
        }
        return reserva.situacao() == Situacao.CANCELADA
                ? resposta(requestId, Codigo.OK, "A reserva foi cancelada", reserva)
                : recusada(requestId, reserva, "cancelada");
    }

    /**
     * Parameters of {@code reserva-alterar.sql} and {@code reserva-impedimento.sql}.
     *
     * @param atual the reservation as it is; null if there is none
     * @throws PedidoRecusado if there is none that the caller may change, or its new window has passed or lies too far ahead
     */
    public Map<String, Object> alteracao(AlteracaoRequest pedido, ReservaRegistro atual, Quem quem, Cota cota) {
        if (atual == null || !atual.permite(quem, pedido.codigoReserva())) {
            throw ConsultaService.inexistente();
        }
        Instant agora = Instant.now(clock);
        JanelaDefinida janela = novaJanela(pedido, atual, agora);
        Map<String, Object> parametros = new HashMap<>(janela.parametros(agora));
        parametros.putAll(cota.parametros());
        parametros.put("reserva_id", pedido.reservaId());
        parametros.put("codigo_reserva", ImpressaoDoCodigo.de(pedido.codigoReserva()));
        parametros.put("viagem_id", atual.viagemId());
        parametros.put("request_id", null);
        parametros.put("exige_codigo", !quem.ehOperador());
        parametros.put("posto_id", atual.postoId());
        parametros.put("expira_em", Instantes.format(janelas.limiteDeChegada(janela)));
        quem.assinar(parametros);
        parametros.put("motivo", "Nova janela: " + porExtenso(janela, horas.fuso(atual.lugar())));
        return parametros;
    }

    public Resposta alterada(AlteracaoRequest pedido, ReservaRegistro reserva) {
        return resposta(pedido.requestId(), Codigo.OK, "A reserva mudou de horário", reserva);
    }

    /** Why the window stays as it was. */
    public Resposta naoAlterada(AlteracaoRequest pedido, ReservaRegistro atual, Cota cota, Impedimento impedimento) {
        String requestId = pedido.requestId();
        if (!ALTERAVEIS.contains(atual.situacao())) {
            return recusada(requestId, atual, "alterada");
        }
        Optional<Limite> limite = maisAdiante(pedido, atual, cota);
        if (limite.isPresent()) {
            return resposta(requestId, Codigo.LIMITE_EXCEDIDO, limite.get().mensagem(), atual)
                    .withTenteApos(limite.get().tenteApos());
        }
        PedidoRecusado recusa = impedimento
                .doPosto(atual.posto())
                .orElseGet(() -> new PedidoRecusado(
                        Codigo.CARRO_JA_RESERVADO,
                        "O carro de placa %s já tem outra reserva nesse horário".formatted(atual.placa())));
        return resposta(requestId, recusa.codigo(), recusa.getMessage(), atual);
    }

    /** What keeps it from moving away from now; nearer, it may move. */
    private Optional<Limite> maisAdiante(AlteracaoRequest pedido, ReservaRegistro atual, Cota cota) {
        return Optional.ofNullable(pedido.inicio())
                .map(Instantes::segundos)
                .filter(inicio -> inicio.isAfter(Instantes.parse(atual.inicio())))
                .flatMap(inicio -> cotas.adiante(cota, inicio, horas.fuso(atual.lugar())));
    }

    /** Parameters of {@code reservas-expirar.sql}. */
    public Map<String, Object> expiracao() {
        return Map.of(
                "agora",
                Instantes.format(Instant.now(clock)),
                "por",
                Autor.SISTEMA.name(),
                "motivo",
                "O carro não chegou a tempo",
                "esperou",
                "O carro chegou a tempo, mas não pôde carregar até o fim da janela",
                "caducou",
                "A pré-reserva caducou");
    }

    /**
     * Parameters of {@code reservas-avisar.sql}.
     *
     * @param postoId null: of all points
     * @param viagemId null: whatever trip they belong to, or none
     * @param quem who has changed the points
     */
    public Map<String, Object> conferencia(Integer postoId, String viagemId, Quem quem) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("viagem_id", viagemId);
        parametros.put("posto_id", postoId);
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        quem.comoOperador().assinar(parametros);
        parametros.put("desligado", "O posto foi desligado pelo operador");
        parametros.put("conector", "O conector do posto mudou de %s para %s");
        parametros.put("lugar", "O posto mudou de lugar");
        parametros.put("potencia", "A potência do posto diminuiu de %s para %s kW");
        parametros.put("como_antes", "O posto voltou a ser o que foi reservado");
        return parametros;
    }

    /** Parameters of {@code esperas-liberar.sql}: the car of this reservation has left, and had not begun. */
    public Map<String, Object> saida(String reservaId) {
        return liberacao(reservaId, null, null, "O carro saiu sem ter carregado");
    }

    /**
     * Parameters of {@code esperas-liberar.sql}: a car that begins to charge waits nowhere.
     *
     * @param reservaId that it charges with; null: none
     */
    public Map<String, Object> carregaNoutroLugar(String placa, String reservaId) {
        return liberacao(null, placa, reservaId, "O carro já não espera: carrega noutro posto");
    }

    private Map<String, Object> liberacao(String saiu, String placa, String carrega, String motivo) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("saiu", saiu);
        parametros.put("placa", placa);
        parametros.put("carrega", carrega);
        parametros.put("motivo", motivo);
        // of a departure or a charge somebody told; what becomes of a reservation that waited, only the server knows
        parametros.put("por", Autor.SISTEMA.name());
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    /**
     * Parameters of {@code reserva-chegar.sql}: a car that was heard to arrive waits for its point.
     *
     * @param chegada what could not happen yet
     */
    public Map<String, Object> espera(Transicao chegada) {
        Map<String, Object> parametros = parametros(chegada);
        // the driver and the operator said that it came; that it waits, only the server knows
        parametros.put("por", Autor.SISTEMA.name());
        parametros.put("motivo", "O carro chegou, e outro ainda carrega no posto");
        parametros.put("ainda_carrega", "O carro chegou, e o seu carregamento de antes ainda não terminou");
        return parametros;
    }

    /** @param alternativas of a car that has arrived and cannot charge; null: none are to be told */
    public ReservaEvento evento(ReservaRegistro reserva, List<Posto> alternativas) {
        ZoneId fuso = horas.fuso(reserva.lugar());
        return new ReservaEvento(
                reserva.reservaId(),
                settings.serverId(),
                reserva.requestId(),
                reserva.viagemId(),
                reserva.postoId(),
                reserva.placa(),
                HoraDoLugar.local(reserva.inicio(), fuso),
                HoraDoLugar.local(reserva.fim(), fuso),
                reserva.situacao(),
                reserva.alteradaPor(),
                alternativas == null || alternativas.isEmpty()
                        ? reserva.motivo()
                        : "%s. %s".formatted(reserva.motivo(), CANCELE_ANTES),
                alternativas == null ? null : Codigo.POSTO_OCUPADO,
                alternativas,
                HoraDoLugar.local(Instant.now(clock), fuso));
    }

    private static String porExtenso(JanelaDefinida janela, ZoneId fuso) {
        return "%s a %s"
                .formatted(HoraDoLugar.porExtenso(janela.inicio(), fuso), HoraDoLugar.porExtenso(janela.fim(), fuso));
    }

    private JanelaDefinida novaJanela(AlteracaoRequest pedido, ReservaRegistro atual, Instant agora) {
        JanelaDefinida antes = new JanelaDefinida(Instantes.parse(atual.inicio()), Instantes.parse(atual.fim()));
        JanelaDefinida nova = janelas.alterar(antes, pedido, agora);
        if (atual.situacao() == Situacao.EM_ANDAMENTO && !nova.inicio().equals(antes.inicio())) {
            throw PedidoRecusado.campo("inicio", "o carro já chegou: só o fim pode mudar");
        }
        return nova;
    }

    /** @param participio what it cannot be now */
    Resposta recusada(String requestId, ReservaRegistro reserva, String participio) {
        if (reserva.situacao() == Situacao.EXPIRADA) {
            return resposta(requestId, Codigo.RESERVA_EXPIRADA, reserva.porqueExpirou(), reserva);
        }
        return resposta(
                requestId,
                Codigo.TRANSICAO_INVALIDA,
                "A reserva está %s e não pode ser %s agora"
                        .formatted(reserva.situacao().porExtenso(), participio),
                reserva);
    }

    /** An answer that shows the reservation. */
    Resposta resposta(String requestId, Codigo codigo, String mensagem, ReservaRegistro reserva) {
        ZoneId fuso = horas.fuso(reserva.lugar());
        return Resposta.de(requestId, settings.serverId(), codigo, mensagem)
                .reservaId(reserva.reservaId())
                .postoId(reserva.postoId())
                .placa(reserva.placa())
                .inicio(HoraDoLugar.local(reserva.inicio(), fuso))
                .fim(HoraDoLugar.local(reserva.fim(), fuso))
                .fuso(fuso.getId())
                .situacao(reserva.situacao())
                .chegarAte(HoraDoLugar.local(reserva.chegarAte(), fuso))
                .termos(reserva.termos())
                .build();
    }
}
