package br.com.recarga.server.http;

import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.privacidade.AnonimizarRoute;
import br.com.recarga.server.privacidade.DadosDaPlaca;
import br.com.recarga.server.privacidade.ExportarDadosRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** What is kept of a plate: shown, and taken away. For the operator, and for whoever has the code of a reservation. */
@Component
public class DadosPessoaisHttp extends RouteBuilder implements DirectBuilders {

    public static final String EXPORTAR = "http-dados-exportar";
    public static final String APAGAR = "http-dados-apagar";

    private static final String JSON = "application/json";

    private final QuemPede quemPede;

    DadosPessoaisHttp(QuemPede quemPede) {
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/dados_pessoais").routeId("get-dados-pessoais").to(direct(EXPORTAR))
            .delete("/dados_pessoais").routeId("delete-dados-pessoais").to(direct(APAGAR));

        from(direct(EXPORTAR)).routeId(EXPORTAR)
            .description("GET /dados_pessoais")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-dados")
            .setBody(DadosPessoaisHttp::pedido)
            .to(direct(ExportarDadosRoute.ID))
            .process(HttpReplies::reply);

        from(direct(APAGAR)).routeId(APAGAR)
            .description("DELETE /dados_pessoais")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-apagar-dados")
            .setBody(DadosPessoaisHttp::pedido)
            .to(direct(AnonimizarRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static DadosDaPlaca pedido(Exchange exchange) {
        return new DadosDaPlaca(Entrada.texto(exchange, "placa"), Entrada.codigoReserva(exchange));
    }
}
