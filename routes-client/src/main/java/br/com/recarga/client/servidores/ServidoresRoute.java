package br.com.recarga.client.servidores;

import br.com.recarga.platform.http.HttpReplies;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code GET /servidores}. */
@Component
public class ServidoresRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "servidores";

    private final Servidores servidores;

    ServidoresRoute(Servidores servidores) {
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mostra quais servidores estão no ar")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(this::servidores)
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private Map<String, Object> servidores(Exchange exchange) {
        return Map.of("servidores", servidores.vistos());
    }
}
