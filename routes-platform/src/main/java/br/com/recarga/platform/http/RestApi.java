package br.com.recarga.platform.http;

import org.apache.camel.NamedNode;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultNodeIdFactory;
import org.apache.camel.model.rest.VerbDefinition;
import org.apache.camel.spi.NodeIdFactory;

/** What the {@code rest()} of all routes has in common, and the document that describes them. */
public final class RestApi extends RouteBuilder {

    /** Of an operation that takes fields from the query where there is no body. */
    public static final String SEM_CORPO = "sem corpo, os campos podem vir como parâmetros do endereço";

    public static final String ILEGIVEL =
            "JSON_INVALIDO: o corpo não é um objeto JSON; DADOS_INVALIDOS: um parâmetro não se decodifica como UTF-8";

    public static final String NAO_E_JSON =
            "JSON_INVALIDO: o corpo não é application/json (sem Content-Type, é tomado por ele); um navegador precisa"
                    + " dizê-lo, num POST também sem corpo, se há parâmetros";

    private final String title;

    public RestApi(String title) {
        this.title = title;
    }

    /** Before every route that uses it. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public void configure() {
        getContext().getCamelContextExtension().addContextPlugin(NodeIdFactory.class, new OperationIds());
        restConfiguration()
                .component("platform-http")
                // inlined, a route loses its description, and two paths could not lead to one route
                .inlineRoutes(false)
                // the document names the address by which its reader came, also behind a proxy or a port mapping
                .useXForwardHeaders(true)
                .apiContextPath("/openapi.json")
                .apiContextRouteId("openapi")
                .apiProperty("api.title", title)
                .apiProperty("api.version", "1.0");
    }

    /** In the document an operation is called as its route, not by a number that changes with every start. */
    private static final class OperationIds extends DefaultNodeIdFactory {

        @Override
        public String createId(NamedNode definition) {
            return definition instanceof VerbDefinition verb && verb.getRouteId() != null
                    ? verb.getRouteId()
                    : super.createId(definition);
        }
    }
}
