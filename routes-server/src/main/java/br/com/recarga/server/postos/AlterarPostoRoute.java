package br.com.recarga.server.postos;

import br.com.recarga.contract.PostoBody;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PostoBody} with its id, leaves the {@link br.com.recarga.contract.Posto}. */
@Component
public class AlterarPostoRoute extends EndpointRouteBuilder {

    public static final String ID = "alterar-posto";

    private static final String POSTO = "posto";

    private final PostosAlterados alterados;

    AlterarPostoRoute(PostosAlterados alterados) {
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Muda tudo o que o operador diz de um posto")
            .errorHandler(noErrorHandler())
            .to(beanValidator("posto")).id("validar-posto")
            .setVariable(POSTO, body())
            .setBody(AlterarPostoRoute::parametros)
            .to(sql("classpath:sql/posto-alterar.sql")).id("posto-alterar")
            .process(exchange -> alterados.anotar()).id("anotar-posto-alterado")
            .setBody(AlterarPostoRoute::postoId)
            // refuses it, if there was none to change
            .to(direct(BuscarPostoRoute.ID));
    }
    // @formatter:on

    private static Map<String, Object> parametros(Exchange exchange) {
        return CadastroService.parametros(posto(exchange));
    }

    private static Integer postoId(Exchange exchange) {
        return posto(exchange).id();
    }

    private static PostoBody posto(Exchange exchange) {
        return exchange.getVariable(POSTO, PostoBody.class);
    }
}
