package br.com.recarga.server.mqtt;

import static org.apache.camel.builder.PredicateBuilder.not;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.mqtt.Retained;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.reservas.AlterarRoute;
import br.com.recarga.server.reservas.ConsultarRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.viagens.CancelarRoute;
import br.com.recarga.server.viagens.ConfirmarRoute;
import br.com.recarga.server.viagens.PreReservarRoute;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.springframework.stereotype.Component;

/**
 * Every request of every client arrives here, at every server. The filter lets pass what names this server; of the rest only
 * the {@link Envelope} was read.
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

    /** What every request says, of the one that is being answered. */
    static final Variable<Envelope> ENVELOPE = Variable.of(PedidosRoute.class, "envelope", Envelope.class);

    private static final int LEITORES = 4;

    private static final int FILA = 256;

    private final ServerSettings settings;
    private final Instancias instancias;

    PedidosRoute(ServerSettings settings, Instancias instancias) {
        this.settings = settings;
        this.instancias = instancias;
    }

    /**
     * Filters of all that a server hears on the connection on which it announces itself, separated by commas: the requests,
     * and before them the presence of another process that calls itself the same.
     *
     * @param serverId its own
     */
    public static String filtros(String serverId) {
        return Topics.servidorStatus(serverId) + "," + Topics.PEDIDOS;
    }

    // @formatter:off
    @Override
    public void configure() {
        // one connection, so that another process of the same name is heard of before anything is asked
        from(pahoMqtt5(filtros(settings.serverId())).clientId(ID)).routeId(ID)
            .description("Todos os pedidos de todos os clientes, um depois do outro; as consultas se ouvem noutra conexão")
            .errorHandler(noErrorHandler())
            .filter(topico(Topics.servidorStatus(settings.serverId()))).id("propria-presenca")
                .to(direct(OuvirInstanciaRoute.ID))
                .stop()
            .end()
            .filter(not(header(PahoMqtt5Constants.MQTT_TOPIC).in((Object[]) Topics.CONSULTAS.split(",")))).id("filtro-mudancas")
                .to(direct(ATENDER))
            .end();

        from(pahoMqtt5(Topics.CONSULTAS).clientId(CONSULTAS)).routeId(CONSULTAS)
            .description("O que só pergunta não espera pelo que muda algo; havendo perguntas demais, espera-se")
            .errorHandler(noErrorHandler())
            .threads(LEITORES, LEITORES, CONSULTAS).maxQueueSize(FILA).rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
            .to(direct(ATENDER));

        from(direct(ATENDER)).routeId(ATENDER)
            .description("O filtro deixa passar os pedidos deste servidor; cada um vai ao seu caso de uso, e a resposta a quem pediu")
            .routeConfigurationId(ErrosMqtt.ID)
            .filter(Retained::isRetained).id("pedido-retido")
                .to(direct(DescartarRoute.RETIDAS))
                .stop()
            .end()
            .setVariable(ENVELOPE.name()).body(byte[].class, Envelope::read)
            // what names no server passes at each of them; it has no destination, and is discarded and counted below
            .filter(exchange -> instancias.atende(ENVELOPE.get(exchange).serverId())).id("filtro-server-id")
                .setVariable(ResponderRoute.DESTINO.name()).exchange(exchange -> Destino.of(exchange.getMessage(), ENVELOPE.get(exchange)))
                .filter(ResponderRoute.DESTINO.value().isNull()).id("ninguem-a-quem-responder")
                    .to(direct(DescartarRoute.ID))
                    .stop()
                .end()
                .choice().id("roteador-por-topico")
                    .when(topico(Topics.POSTOS_REQUEST))
                        .unmarshal().json(PostosRequest.class)
                        .to(direct(ListarRoute.ID))
                    .when(topico(Topics.POSTOS_RESERVA))
                        .unmarshal().json(ReservaRequest.class)
                        .to(direct(ReservarRoute.ID))
                    .when(topico(Topics.POSTOS_PRE_RESERVA))
                        .unmarshal().json(PreReservaRequest.class)
                        .to(direct(PreReservarRoute.ID))
                    .when(topico(Topics.POSTOS_CONFIRMACAO))
                        .unmarshal().json(ConfirmacaoRequest.class)
                        .to(direct(ConfirmarRoute.ID))
                    .when(topico(Topics.POSTOS_ALTERACAO))
                        .unmarshal().json(AlteracaoRequest.class)
                        .to(direct(AlterarRoute.ID))
                    .when(topico(Topics.POSTOS_CANCELAMENTO))
                        .unmarshal().json(CancelamentoRequest.class)
                        .to(direct(CancelarRoute.ID))
                    .when(topico(Topics.RESERVAS_REQUEST))
                        .unmarshal().json(ReservasRequest.class)
                        .to(direct(ConsultarRoute.ID))
                    .otherwise()
                        .process(PedidosRoute::recusarTopico).id("topico-desconhecido")
                .end()
                .to(direct(ResponderRoute.ID))
            .end();
    }
    // @formatter:on

    private Predicate topico(String topic) {
        return header(PahoMqtt5Constants.MQTT_TOPIC).isEqualTo(topic);
    }

    private static void recusarTopico(Exchange exchange) {
        throw new PedidoRecusado(Codigo.DADOS_INVALIDOS, "Este servidor não conhece esse tipo de pedido");
    }
}
