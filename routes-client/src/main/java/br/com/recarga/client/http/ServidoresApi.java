package br.com.recarga.client.http;

import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.contract.Resposta;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The paths of the servers, what leads where, and what {@code /openapi.json} says of them. */
@Component
public class ServidoresApi extends EndpointRouteBuilder {

    private static final String JSON = "application/json";

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("servidores")
            .get("/servidores").routeId("get-servidores")
                .description("Os servidores que já se anunciaram, e se estão no ar")
                .produces(JSON)
                .responseMessage().code(200).message("os servidores")
                    .example("um no ar", """
                        {"servidores":[{"server_id":"server1","status":"online","timestamp":"2026-12-24T14:00:00-03:00"}]}""")
                    .endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ServidoresRoute.ID));
    }
    // @formatter:on
}
