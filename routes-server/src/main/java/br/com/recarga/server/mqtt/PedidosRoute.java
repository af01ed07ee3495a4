package br.com.recarga.server.mqtt;

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
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.springframework.stereotype.Component;

/**
 * Every request of every client arrives here, at every server. The filter lets pass what names this server; the rest has
 * cost a look at three fields.
 *
 * <p>What changes something is decided on the thread that hears it, one after the other; while another process holds the
 * database's lock each waits for it. What only asks needs no lock, so it is heard on a connection of its own.
 */
@Component
public class PedidosRoute extends EndpointRouteBuilder {

    public static final String ID = "pedidos";

    /** What only asks. */
    public static final String CONSULTAS = "consultas";

    /** Takes a request as it was heard. */
    public static final String ATENDER = "atender-pedido";

    private static final Set<String> CONSULTA = Set.of(Topics.CONSULTAS.split(","));

    /** Variable with the {@link Envelope} of the request that is being answered. */
    static final String ENVELOPE = "envelope";

    /** As many as read at the same time. */
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
            .filter(exchange -> !CONSULTA.contains(topico(exchange))).id("filtro-consultas")
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
            .setVariable(ENVELOPE).body(byte[].class, Envelope::read)
            .filter(this::podeSerDesteServidor).id("filtro-server-id")
                .setVariable(ResponderRoute.DESTINO).exchange(PedidosRoute::destino)
                .choice().id("roteador-por-topico")
                    .when(variable(ResponderRoute.DESTINO).isNull())
                        .to(direct(DescartarRoute.ID))
                    .when(topico(Topics.POSTOS_REQUEST))
                        .unmarshal().json(PostosRequest.class)
                        .to(direct(ListarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.POSTOS_RESERVA))
                        .unmarshal().json(ReservaRequest.class)
                        .to(direct(ReservarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.POSTOS_PRE_RESERVA))
                        .unmarshal().json(PreReservaRequest.class)
                        .to(direct(PreReservarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.POSTOS_CONFIRMACAO))
                        .unmarshal().json(ConfirmacaoRequest.class)
                        .to(direct(ConfirmarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.POSTOS_ALTERACAO))
                        .unmarshal().json(AlteracaoRequest.class)
                        .to(direct(AlterarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.POSTOS_CANCELAMENTO))
                        .unmarshal().json(CancelamentoRequest.class)
                        .to(direct(CancelarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .when(topico(Topics.RESERVAS_REQUEST))
                        .unmarshal().json(ReservasRequest.class)
                        .to(direct(ConsultarRoute.ID))
                        .to(direct(ResponderRoute.ID))
                    .otherwise()
                        .process(PedidosRoute::recusarTopico).id("topico-desconhecido")
                .end()
            .end();
    }
    // @formatter:on

    /** A message that names no server passes, to be counted among those that nobody can answer; none, if another serves. */
    private boolean podeSerDesteServidor(Exchange exchange) {
        if (!instancias.serve()) {
            return false;
        }
        String serverId = exchange.getVariable(ENVELOPE, Envelope.class).serverId();
        return serverId == null || serverId.equals(settings.serverId());
    }

    private static String topico(Exchange exchange) {
        return exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
    }

    private Predicate topico(String topic) {
        return header(PahoMqtt5Constants.MQTT_TOPIC).isEqualTo(topic);
    }

    private static Destino destino(Exchange exchange) {
        Envelope envelope = exchange.getVariable(ENVELOPE, Envelope.class);
        if (envelope.serverId() == null) {
            return null;
        }
        String topic = topico(exchange);
        MqttProperties properties =
                exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, MqttProperties.class);
        return Destino.of(topic, envelope, properties).orElse(null);
    }

    private static void recusarTopico(Exchange exchange) {
        throw new PedidoRecusado(Codigo.DADOS_INVALIDOS, "Este servidor não conhece esse tipo de pedido");
    }
}
