package br.com.recarga.server.http;

import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.janelas.PeriodoAberto;
import br.com.recarga.server.ocupacao.OcupacaoRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** The operator's figures. */
@Component
public class OcupacaoHttp extends RouteBuilder implements DirectBuilders {

    public static final String OCUPACAO = "http-ocupacao";

    private static final String JSON = "application/json";

    private final QuemPede quemPede;

    OcupacaoHttp(QuemPede quemPede) {
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/ocupacao").routeId("get-ocupacao").to(direct(OCUPACAO));

        from(direct(OCUPACAO)).routeId(OCUPACAO)
            .description("GET /ocupacao")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-ocupacao")
            .setBody(OcupacaoHttp::periodo)
            .to(direct(OcupacaoRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static PeriodoAberto periodo(Exchange exchange) {
        return new PeriodoAberto(Entrada.instante(exchange, "de"), Entrada.instante(exchange, "ate"));
    }
}
