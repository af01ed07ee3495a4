package br.com.recarga.server.viagens;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Janela;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.ParadaRespostaBuilder;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.cotas.Cota;
import br.com.recarga.server.cotas.CotaAlcancada;
import br.com.recarga.server.cotas.Cotas;
import br.com.recarga.server.cotas.Limite;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.reservas.ImpressaoDoCodigo;
import br.com.recarga.server.reservas.ReservaService;
import br.com.recarga.server.umavez.Quem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The rules of a trip's stops that are not the database's, and the words of its answers. */
@Service
public class ViagemService {

    /** The longest hold: whoever needs more time holds slots that others want. */
    static final Duration PRE_RESERVA_MAXIMA = Duration.ofMinutes(10);

    private static final Set<Codigo> COM_ALTERNATIVAS = EnumSet.of(Codigo.POSTO_OCUPADO, Codigo.POSTO_EM_MANUTENCAO);

    private final ServerSettings settings;
    private final Janelas janelas;
    private final HoraDoLugar horas;
    private final ReservaService reservas;
    private final PostosService postos;
    private final Cotas cotas;
    private final Clock clock;

    ViagemService(
            ServerSettings settings,
            Janelas janelas,
            HoraDoLugar horas,
            ReservaService reservas,
            PostosService postos,
            Cotas cotas,
            Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.horas = horas;
        this.reservas = reservas;
        this.postos = postos;
        this.cotas = cotas;
        this.clock = clock;
    }

    /**
     * Parameters of the statements that hold stops and say why they could not be held.
     *
     * @throws PedidoRecusado if a window has passed or lies beyond the horizon, or the hold would have lapsed
     */
    public Map<String, Object> seguranca(PreReservaRequest pedido, Cota cota) {
        Instant agora = Instant.now(clock);
        Instant limite = agora.plus(PRE_RESERVA_MAXIMA);
        Instant pedida = pedido.expiraEm().toInstant();
        if (!pedida.isAfter(agora)) {
            throw PedidoRecusado.campo("expira_em", "já passou");
        }
        Carro carro = pedido.carro();
        Map<String, Object> parametros = cota.parametros();
        parametros.put("client_id", pedido.clientId());
        parametros.put("viagem_id", pedido.viagemId());
        parametros.put("placa", carro.placa());
        parametros.put("modelo", carro.modelo());
        parametros.put("capacidade_bateria", carro.capacidadeBateria());
        parametros.put("nivel_bateria_atual", carro.nivelBateriaAtual());
        parametros.put("taxa_descarga", carro.taxaDescarga());
        parametros.put("situacao", Situacao.PRE_RESERVADA.name());
        parametros.put("expira_em", Instantes.format(pedida.isBefore(limite) ? pedida : limite));
        parametros.put("agora", Instantes.format(agora));
        parametros.put("logo", Instantes.format(JanelaDefinida.logo(agora)));
        parametros.put("por", Autor.MOTORISTA.name());
        List<Map<String, Object>> paradas = paradas(pedido, agora);
        parametros.put("paradas", ContractJson.write(paradas));
        parametros.put("novas", paradas.size());
        parametros.put(
                "segundos",
                paradas.stream()
                        .mapToLong(parada -> segundos((String) parada.get("inicio"), (String) parada.get("fim")))
                        .sum());
        return parametros;
    }

    public Resposta seguradas(PreReservaRequest pedido, List<ParadaRegistro> seguradas) {
        List<ParadaResposta> paradas = mostrar(seguradas).stream()
                .sorted(Comparator.comparing(ParadaResposta::inicio))
                .toList();
        return resposta(pedido, Codigo.OK, "As paradas estão pré-reservadas", pedido.viagemId(), paradas);
    }

    /** The refusal of all stops together, if it is a quota that keeps them from being held. */
    public Optional<Resposta> limitada(PreReservaRequest pedido, Cota cota, CotaAlcancada alcancada) {
        Instant ultima = Instantes.segundos(
                pedido.paradas().get(pedido.paradas().size() - 1).inicio());
        return cotas.limite(cota, alcancada, ultima, settings.fuso())
                .map(limite -> Resposta.de(
                                pedido.requestId(), settings.serverId(), Codigo.LIMITE_EXCEDIDO, limite.mensagem())
                        .viagemId(pedido.viagemId())
                        .tenteApos(limite.tenteApos())
                        .build());
    }

    /**
     * @param impedimentos one for each stop, in the order of the request
     * @param livres the free points in the window of each stop
     */
    public Resposta recusada(
            PreReservaRequest pedido, List<ImpedimentoDaParada> impedimentos, List<PostoLivre> livres) {
        List<ParadaResposta> paradas = new ArrayList<>();
        for (ImpedimentoDaParada impedimento : impedimentos) {
            Parada parada = pedido.paradas().get(impedimento.ordem());
            List<PostoLivre> livresNaJanela = livres.stream()
                    .filter(livre -> livre.ordem() == impedimento.ordem())
                    .toList();
            paradas.add(recusada(pedido.carro(), parada, impedimento, livresNaJanela));
        }
        return resposta(
                pedido, Codigo.VIAGEM_RECUSADA, "Nem todas as paradas estão livres", pedido.viagemId(), paradas);
    }

    /**
     * Parameters of {@code viagem-confirmar.sql} and {@code viagem-buscar.sql}.
     *
     * @param cliente whose trip it has to be; null: anybody's who knows its id
     */
    public Map<String, Object> confirmacao(String viagemId, String cliente, Cota cota) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros = cota.parametros();
        // of holds alone
        parametros.put("pre_reservas", null);
        parametros.put("viagem_id", viagemId);
        parametros.put("cliente", cliente);
        parametros.put("agora", Instantes.format(agora));
        parametros.put("logo", Instantes.format(JanelaDefinida.logo(agora)));
        parametros.put(
                "tolerancia", "+%d seconds".formatted(settings.tolerancia().toSeconds()));
        parametros.put("por", Autor.MOTORISTA.name());
        return parametros;
    }

    /** Parameters of {@code cotas-alcancadas.sql}: these of the trip, and whose it is. */
    public Map<String, Object> doCarro(Map<String, Object> confirmacao, List<ParadaRegistro> paradas) {
        List<ParadaRegistro> porConfirmar =
                paradas.stream().filter(parada -> !parada.confirmada()).toList();
        confirmacao.put(
                "placa", paradas.stream().map(ParadaRegistro::placa).findFirst().orElse(null));
        confirmacao.put("novas", porConfirmar.size());
        confirmacao.put(
                "segundos",
                porConfirmar.stream()
                        .mapToLong(parada -> segundos(parada.inicio(), parada.fim()))
                        .sum());
        return confirmacao;
    }

    private static long segundos(String inicio, String fim) {
        return Duration.between(Instantes.parse(inicio), Instantes.parse(fim)).toSeconds();
    }

    /** Whether this server has stops of the trip, and every one of them became certain. */
    public boolean todasCertas(List<ParadaRegistro> paradas) {
        return !paradas.isEmpty() && paradas.stream().allMatch(ParadaRegistro::confirmada);
    }

    public Resposta confirmada(ConfirmacaoRequest pedido, List<ParadaRegistro> paradas) {
        return resposta(pedido, Codigo.OK, "As paradas estão confirmadas", pedido.viagemId(), mostrar(paradas));
    }

    /**
     * The hold had lapsed, and somebody else has the slot, or the car has meanwhile reserved what it may: nothing is left of the
     * trip at this server.
     */
    public Resposta perdida(
            ConfirmacaoRequest pedido, List<ParadaRegistro> paradas, Cota cota, CotaAlcancada alcancada) {
        Codigo codigo = paradas.isEmpty() ? Codigo.VIAGEM_INEXISTENTE : Codigo.RESERVA_EXPIRADA;
        Optional<Limite> limite = cotas.alcancada(cota, alcancada, settings.fuso());
        return resposta(
                pedido,
                codigo,
                "As paradas não estão mais pré-reservadas",
                pedido.viagemId(),
                paradas.stream().map(row -> perdida(row, limite)).toList());
    }

    /** Those that became certain a moment ago, and are cancelled again with the others, could have been had. */
    private ParadaResposta perdida(ParadaRegistro row, Optional<Limite> limite) {
        return row.confirmada()
                ? mostrar(row)
                : mostrar(row)
                        .with(perdida -> perdida.codigo(
                                        limite.isPresent() ? Codigo.LIMITE_EXCEDIDO : Codigo.RESERVA_EXPIRADA)
                                .mensagem(limite.map(Limite::mensagem)
                                        .orElseGet(() -> "O posto %s já não está livre".formatted(row.posto()))));
    }

    /**
     * Parameters of the statements that cancel a trip.
     *
     * @param cliente whose trip it has to be; null: anybody's who knows its id
     */
    public Map<String, Object> cancelamento(Pedido pedido, Quem quem, String cliente) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("cliente", cliente);
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        quem.assinar(parametros);
        if (pedido instanceof CancelamentoRequest cancelamento) {
            parametros.put("viagem_id", cancelamento.viagemId());
            parametros.put("motivo", cancelamento.motivo());
        } else if (pedido instanceof ConfirmacaoRequest confirmacao) {
            parametros.put("viagem_id", confirmacao.viagemId());
            parametros.put("motivo", "A pré-reserva caducou");
        } else {
            throw new IllegalArgumentException("no trip is cancelled by " + pedido.getClass());
        }
        return parametros;
    }

    public Resposta cancelada(CancelamentoRequest pedido, List<ParadaRegistro> paradas) {
        return resposta(pedido, Codigo.OK, "A viagem foi cancelada", pedido.viagemId(), mostrar(paradas));
    }

    private List<Map<String, Object>> paradas(PreReservaRequest pedido, Instant agora) {
        List<Map<String, Object>> paradas = new ArrayList<>();
        for (int i = 0; i < pedido.paradas().size(); i++) {
            Parada parada = pedido.paradas().get(i);
            JanelaDefinida janela;
            try {
                janela = janelas.definir(parada, agora, Janela.DURACAO_MINIMA);
            } catch (PedidoRecusado recusa) {
                throw recusa.em("paradas[%d]".formatted(i));
            }
            Map<String, Object> row = new HashMap<>(janela.parametros(agora));
            row.put("posto_id", parada.postoId());
            row.put("reserva_id", reservas.novoId());
            // nobody is ever told it: the stops of a trip are changed by the trip's id
            row.put("codigo_reserva", ImpressaoDoCodigo.de(reservas.novoCodigo()));
            row.put("request_id", "%s/%d".formatted(pedido.requestId(), i));
            paradas.add(row);
        }
        return paradas;
    }

    private ParadaResposta recusada(
            Carro carro, Parada parada, ImpedimentoDaParada impedimento, List<PostoLivre> livres) {
        Optional<PedidoRecusado> recusa = recusa(parada, impedimento);
        Codigo codigo = recusa.map(PedidoRecusado::codigo).orElse(Codigo.OK);
        List<Posto> alternativas = COM_ALTERNATIVAS.contains(codigo)
                ? postos.alternativas(
                        parada.postoId(),
                        impedimento.latitude(),
                        impedimento.longitude(),
                        carro.conectoresEmLugarDe(impedimento.tipoConector()),
                        livres.stream().map(PostoLivre::posto).toList())
                : null;
        return new ParadaResposta(
                settings.serverId(),
                parada.postoId(),
                parada.inicio(),
                parada.fim(),
                null,
                // whoever asks may find it free in a moment
                codigo == Codigo.POSTO_OCUPADO && impedimento.soSegurado() ? Situacao.PRE_RESERVADA : null,
                codigo,
                recusa.map(PedidoRecusado::getMessage).orElse("Livre"),
                alternativas,
                null);
    }

    private Optional<PedidoRecusado> recusa(Parada parada, ImpedimentoDaParada impedimento) {
        if (impedimento.cancelada()) {
            return Optional.of(new PedidoRecusado(Codigo.VIAGEM_RECUSADA, "A viagem já foi cancelada"));
        }
        if (impedimento.posto() == null) {
            return Optional.of(postos.inexistente(parada.postoId()));
        }
        Optional<PedidoRecusado> doPosto = impedimento.doPosto();
        return doPosto.isEmpty() && impedimento.carroReservado()
                ? Optional.of(
                        new PedidoRecusado(Codigo.CARRO_JA_RESERVADO, "O carro já tem outra reserva nesse horário"))
                : doPosto;
    }

    private List<ParadaResposta> mostrar(List<ParadaRegistro> paradas) {
        return paradas.stream().map(this::mostrar).toList();
    }

    private ParadaResposta mostrar(ParadaRegistro row) {
        ZoneId fuso = horas.fuso(row.lugar());
        return ParadaRespostaBuilder.builder()
                .serverId(settings.serverId())
                .postoId(row.postoId())
                .inicio(HoraDoLugar.local(row.inicio(), fuso))
                .fim(HoraDoLugar.local(row.fim(), fuso))
                .reservaId(row.reservaId())
                .situacao(row.situacao())
                .codigo(Codigo.OK)
                .build();
    }

    private Resposta resposta(
            Pedido pedido, Codigo codigo, String mensagem, String viagemId, List<ParadaResposta> paradas) {
        return Resposta.de(pedido.requestId(), settings.serverId(), codigo, mensagem)
                .viagemId(viagemId)
                .paradas(paradas)
                .build();
    }
}
