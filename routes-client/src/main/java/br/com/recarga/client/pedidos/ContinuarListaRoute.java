package br.com.recarga.client.pedidos;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes the first part of a list that goes on, leaves the whole list; or fails, or leaves what else its server answers, as any question may. */
@Component
public class ContinuarListaRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "continuar-lista";

    private final ListasLembradas listas;

    ContinuarListaRoute(ListasLembradas listas) {
        this.listas = listas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Pergunta, uma depois da outra, pelas outras partes de uma lista que não cabe numa mensagem, e junta-as")
            .errorHandler(noErrorHandler())
            .loopDoWhile(listas::continua).id("enquanto-continua")
                .process(listas::seguir).id("proxima-parte")
                .to(direct(PerguntarRoute.ID))
            .end()
            .filter(listas::ehEmPartes).id("lista-inteira")
                .setBody(listas::juntar).id("juntar-partes")
            .end();
    }
    // @formatter:on
}
