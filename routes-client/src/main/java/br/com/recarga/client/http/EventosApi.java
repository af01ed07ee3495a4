package br.com.recarga.client.http;

import br.com.recarga.client.aovivo.AcompanharRoute;
import br.com.recarga.contract.Resposta;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The path of the live events, where it leads, and what {@code /openapi.json} says of it. */
@Component
public class EventosApi extends EndpointRouteBuilder {

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("eventos")
            .get("/eventos").routeId("get-eventos")
                .description("O que acontece, enquanto acontece: server-sent events, primeiro o que há e depois cada mudança")
                .produces("text/event-stream").outType(String.class)
                .responseMessage().code(200)
                    .message("eventos posto, servidor, reserva e broker, cada um com seus dados em JSON; a cada 15 s um pulso")
                    .example("um servidor, o broker, e um posto que ficou ocupado", """
                        retry: 2000

                        event: servidor
                        data: {"server_id":"server1","status":"online","timestamp":"2026-12-24T14:00:00-03:00"}

                        event: broker
                        data: {"conectado":true}

                        event: posto
                        data: {"id":5,"server_id":"server1","disponivel":false,"em_manutencao":false,"timestamp":"2026-12-24T14:00:00-03:00"}
                        """)
                    .endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL: há ouvintes demais").responseModel(Resposta.class).endResponseMessage()
                .to(direct(AcompanharRoute.ID));
    }
    // @formatter:on
}
