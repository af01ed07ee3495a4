package br.com.recarga.server.http;

import br.com.recarga.contract.Estado;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** How the server is, as the original said it. */
@Component
public class EstadoHttp extends RouteBuilder implements DirectBuilders {

    public static final String ESTADO = "http-estado";

    private static final String JSON = "application/json";

    private final ServerSettings settings;
    private final PresencaSettings presenca;
    private final MqttConnections connections;
    private final Instancias instancias;
    private final Clock clock;

    EstadoHttp(
            ServerSettings settings,
            PresencaSettings presenca,
            MqttConnections connections,
            Instancias instancias,
            Clock clock) {
        this.settings = settings;
        this.presenca = presenca;
        this.connections = connections;
        this.instancias = instancias;
        this.clock = clock;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/").routeId("get-raiz").to(direct(ESTADO))
            .get("/status").routeId("get-status").to(direct(ESTADO));

        from(direct(ESTADO)).routeId(ESTADO)
            .description("Diz se o servidor está no ar e se ouve os pedidos")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(this::estado)
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private Estado estado(Exchange exchange) {
        boolean subscribed = connections.allSubscribed();
        return new Estado(
                settings.serverId(),
                subscribed && instancias.serve() ? "online" : "offline",
                subscribed,
                OffsetDateTime.now(clock.withZone(settings.fuso())).truncatedTo(ChronoUnit.SECONDS),
                settings.fuso().getId(),
                presenca.nome().isEmpty() ? null : presenca.nome());
    }
}
