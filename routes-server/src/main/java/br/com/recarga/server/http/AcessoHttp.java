package br.com.recarga.server.http;

import br.com.recarga.contract.Acesso;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import java.security.Principal;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.springframework.stereotype.Component;

/** Whom an operator's credential lets in: a page shows only what that one may do. */
@Component
public class AcessoHttp extends RouteBuilder implements DirectBuilders {

    public static final String EU = "http-operador-eu";

    private static final String JSON = "application/json";

    private final ServerSettings settings;
    private final QuemPede quemPede;

    AcessoHttp(ServerSettings settings, QuemPede quemPede) {
        this.settings = settings;
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/operadores/eu").routeId("get-operador-eu").to(direct(EU));

        from(direct(EU)).routeId(EU)
            .description("GET /operadores/eu")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-eu")
            .setBody(this::acesso)
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private Acesso acesso(Exchange exchange) {
        Principal operador =
                exchange.getMessage(PlatformHttpMessage.class).getRequest().getUserPrincipal();
        return new Acesso(
                settings.serverId(),
                operador.getName(),
                OperadorSecurity.papel(operador).orElseThrow());
    }
}
