package br.com.recarga.server.mqtt;

import static org.apache.camel.builder.PredicateBuilder.not;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.mqtt.Retained;
import br.com.recarga.server.config.PedidosSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.reservas.AlterarRoute;
import br.com.recarga.server.reservas.ConsultarRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.viagens.CancelarRoute;
import br.com.recarga.server.viagens.ConfirmarRoute;
import br.com.recarga.server.viagens.PreReservarRoute;
import org.apache.camel.Predicate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.springframework.stereotype.Component;

/**
 * Every request of every client arrives here, at every server. The filter lets pass what names this server; of the rest only
 * the {@link Envelope} was read. On its own topics a server hears nothing else than what is asked of it; all that follows is
 * the same.
 *
 * <p>Requests that change something are answered one after the other, on the thread that hears them; while another process
 * holds the database's lock they queue behind the one that waits for it. What only asks needs no lock, so it is heard on a
 * connection of its own.
 */
@Component
public class PedidosRoute extends EndpointRouteBuilder {

    public static final String ID = "pedidos";

    public static final String CONSULTAS = "consultas";

    /** Answers one request as it was heard, on whichever connection. */
    public static final String ATENDER = "atender-pedido";

    /** The one that is being answered. */
    static final Variable<PedidoOuvido> PEDIDO = Variable.of(PedidosRoute.class, "pedido", PedidoOuvido.class);

    private static final int LEITORES = 4;
    private static final int FILA = 256;

    private final ServerSettings settings;
    private final PedidosSettings pedidos;
    private final Filtros filtros;
    private final Instancias instancias;

    PedidosRoute(ServerSettings settings, PedidosSettings pedidos, Filtros filtros, Instancias instancias) {
        this.settings = settings;
        this.pedidos = pedidos;
        this.filtros = filtros;
        this.instancias = instancias;
    }

    // @formatter:off
    @Override
    public void configure() {
        // one connection, so that another process of the same name is heard of before anything is asked
        from(pahoMqtt5(filtros.pedidos()).clientId(ID)).routeId(ID)
            .description("Todos os pedidos de todos os clientes, um depois do outro; as consultas se ouvem noutra conexão")
            .errorHandler(noErrorHandler())
            .filter(header(PahoMqtt5Constants.MQTT_TOPIC).isEqualTo(Topics.servidorStatus(settings.serverId()))).id("propria-presenca")
                .to(direct(OuvirInstanciaRoute.ID))
                .stop()
            .end()
            .filter(not(PedidoOuvido::soPergunta)).id("filtro-mudancas")
                .to(direct(ATENDER))
            .end();

        from(pahoMqtt5(filtros.consultas()).clientId(CONSULTAS)).routeId(CONSULTAS)
            .description("O que só pergunta não espera pelo que muda algo; havendo perguntas demais, espera-se")
            .errorHandler(noErrorHandler())
            .threads(LEITORES, LEITORES, CONSULTAS).maxQueueSize(FILA).rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
            .to(direct(ATENDER));

        from(direct(ATENDER)).routeId(ATENDER)
            .description("O filtro deixa passar os pedidos deste servidor; cada um vai ao seu caso de uso, e a resposta a quem pediu")
            .routeConfigurationId(ErrosMqtt.ID)
            .choice().id("pedido-sem-leitura")
                .when(Retained::isRetained)
                    .to(direct(DescartarRoute.RETIDAS)).stop()
                .when(exchange -> pedidos.excede(exchange.getMessage().getBody(byte[].class)))
                    .to(direct(DescartarRoute.GRANDES)).stop()
            .end()
            .setVariable(PEDIDO.name()).exchange(PedidoOuvido::de)
            .filter(exchange -> PEDIDO.get(exchange).diverge()).id("pedido-divergente")
                .to(direct(DescartarRoute.DIVERGENTES))
                .stop()
            .end()
            // what names no server passes at each of them; it has no destination, and is discarded and counted below
            .filter(exchange -> instancias.atende(PEDIDO.get(exchange).envelope().serverId())).id("filtro-server-id")
                .setVariable(ResponderRoute.DESTINO.name()).exchange(exchange -> Destino.of(exchange.getMessage(), PEDIDO.get(exchange).envelope()))
                .filter(ResponderRoute.DESTINO.value().isNull()).id("ninguem-a-quem-responder")
                    .to(direct(DescartarRoute.ID))
                    .stop()
                .end()
                .setVariable(ConsultarRoute.CLIENTE.name()).exchange(exchange -> PEDIDO.get(exchange).cliente())
                .choice().id("roteador-por-operacao")
                    .when(pede(Operacao.LISTAR))
                        .unmarshal().json(PostosRequest.class)
                        .to(direct(ListarRoute.ID))
                    .when(pede(Operacao.RESERVAR))
                        .unmarshal().json(ReservaRequest.class)
                        .to(direct(ReservarRoute.ID))
                    .when(pede(Operacao.PRE_RESERVAR))
                        .unmarshal().json(PreReservaRequest.class)
                        .to(direct(PreReservarRoute.ID))
                    .when(pede(Operacao.CONFIRMAR))
                        .unmarshal().json(ConfirmacaoRequest.class)
                        .to(direct(ConfirmarRoute.ID))
                    .when(pede(Operacao.ALTERAR))
                        .unmarshal().json(AlteracaoRequest.class)
                        .to(direct(AlterarRoute.ID))
                    .when(pede(Operacao.CANCELAR))
                        .unmarshal().json(CancelamentoRequest.class)
                        .to(direct(CancelarRoute.ID))
                    .when(pede(Operacao.CONSULTAR))
                        .unmarshal().json(ReservasRequest.class)
                        .to(direct(ConsultarRoute.ID))
                    .otherwise()
                        .throwException(new PedidoRecusado(Codigo.DADOS_INVALIDOS, "Este servidor não conhece esse tipo de pedido")).id("topico-desconhecido")
                .end()
                .to(direct(ResponderRoute.ID))
            .end();
    }
    // @formatter:on

    private static Predicate pede(Operacao operacao) {
        return exchange -> PEDIDO.get(exchange).operacao() == operacao;
    }
}
