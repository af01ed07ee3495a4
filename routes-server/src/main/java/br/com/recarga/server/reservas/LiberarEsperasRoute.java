package br.com.recarga.server.reservas;

import br.com.recarga.platform.Rows;
import br.com.recarga.server.config.Statements;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes the parameters of {@code esperas-liberar.sql}. Adds the reservations that nobody waits with any more to
 * {@link AvisarRoute#MUDADAS}.
 */
@Component
public class LiberarEsperasRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "liberar-esperas";

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Solta o posto em que um carro esperava e já não espera; uma só instrução decide")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-liberar")
            .to(select("esperas-liberar.sql", ReservaRegistro.class)).id("esperas-liberar")
            .filter(exchange -> !Rows.of(exchange, ReservaRegistro.class).isEmpty()).id("alguma-espera-solta")
                .setVariable(AvisarRoute.MUDADAS.name()).exchange(AvisarRoute::juntar)
            .end();
    }
    // @formatter:on
}
