package br.com.recarga.server.mqtt;

import static org.apache.camel.builder.PredicateBuilder.not;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.mqtt.Retained;
import br.com.recarga.server.config.PedidosSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/**
 * On its own topics a server hears what is asked of it; on the shared ones every request arrives here, at every server. The filter
 * lets pass what names this server; of the rest only the {@link Envelope} was read. All that follows is the same.
 *
 * <p>Who sends many delays himself: turns go round among the clients that have something waiting. A copy of a request that is
 * not answered yet does not wait as well: repetitions would be the more the longer the line is, and make it longer. Requests that change
 * something begin one after the other, and meet again where they write: what waits there is committed together; while another
 * process holds the database's lock they wait for it together. What only asks needs no lock, so it is heard on a connection of
 * its own, and has turns of its own.
 */
@Component
public class PedidosRoute extends RouteBuilder implements DirectBuilders, PahoMqtt5Builders {

    public static final String ID = "pedidos";

    public static final String CONSULTAS = "consultas";

    /** Takes a request as it was heard, on whichever connection. */
    public static final String TRIAR = "triar-pedido";

    /** The one that was heard. */
    static final Variable<PedidoOuvido> PEDIDO = Variable.of(PedidosRoute.class, "pedido", PedidoOuvido.class);

    /** How many that change something are under way at once: those that wait to write go together, by one commit. */
    static final int EM_ANDAMENTO = 32;

    private static final int LEITORES = 4;

    private final ServerSettings settings;
    private final PedidosSettings pedidos;
    private final Filtros filtros;
    private final Instancias instancias;
    private final Clock clock;

    PedidosRoute(
            ServerSettings settings, PedidosSettings pedidos, Filtros filtros, Instancias instancias, Clock clock) {
        this.settings = settings;
        this.pedidos = pedidos;
        this.filtros = filtros;
        this.instancias = instancias;
        this.clock = clock;
    }

    // @formatter:off
    @Override
    public void configure() {
        // one connection, so that another process of the same name is heard of before anything is asked
        from(pahoMqtt5(filtros.pedidos()).clientId(ID)).routeId(ID)
            .description("O que muda algo: nos tópicos próprios só o que se pede a este servidor, nos compartilhados tudo. As consultas se ouvem noutra conexão")
            .errorHandler(noErrorHandler())
            .filter(header(PahoMqtt5Constants.MQTT_TOPIC).isEqualTo(Topics.servidorStatus(settings.serverId()))).id("propria-presenca")
                .to(direct(OuvirInstanciaRoute.ID))
                .stop()
            .end()
            .filter(not(PedidoOuvido::soPergunta)).id("filtro-mudancas")
                .to(direct(TRIAR))
            .end();

        from(pahoMqtt5(filtros.consultas()).clientId(CONSULTAS)).routeId(CONSULTAS)
            .description("O que só pergunta não espera pelo que muda algo")
            .errorHandler(noErrorHandler())
            .to(direct(TRIAR));

        from(direct(TRIAR)).routeId(TRIAR)
            .description("O filtro deixa passar os pedidos deste servidor; cada um espera pela vez do seu cliente, numa fila justa")
            .routeConfigurationId(ErrosMqtt.ID)
            .choice().id("pedido-sem-leitura")
                .when(Retained::isRetained)
                    .to(direct(DescartarRoute.RETIDAS)).stop()
                .when(exchange -> pedidos.excede(exchange.getMessage().getBody(byte[].class)))
                    .to(direct(DescartarRoute.GRANDES)).stop()
            .end()
            .setVariable(PEDIDO.name()).exchange(exchange -> PedidoOuvido.de(exchange, Instant.now(clock)))
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
                .idempotentConsumer().exchange(PedidosEmCurso::chave).idempotentRepository(new PedidosEmCurso()).skipDuplicate(false).id("pedidos-em-curso")
                    .filter(PedidosEmCurso::ehCopia).id("copia-de-um-em-curso")
                        .to(direct(DescartarRoute.COPIAS))
                        .stop()
                    .end()
                    .choice().id("fila-justa")
                        .when(PedidoOuvido::soPergunta)
                            .process(VezDoCliente.emParalelo(getContext(), CONSULTAS, LEITORES, pedidos.fila())).id("vez-de-perguntar")
                        .otherwise()
                            .process(VezDoCliente.emOrdem(getContext(), ID, EM_ANDAMENTO, pedidos.fila())).id("vez-de-mudar")
                    .end()
                    .to(direct(AtenderRoute.ID))
                .end()
            .end();
    }
    // @formatter:on
}
