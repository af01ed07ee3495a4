package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.janelas.JanelaDefinida;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes the {@link JanelaDefinida} in which a point cannot be had, and its id in the variable {@link #POSTO_ID}; leaves a list of {@link Posto}. */
@Component
public class AlternativasRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "oferecer-alternativas";

    public static final Variable<Integer> POSTO_ID = Variable.of(AlternativasRoute.class, "posto_id", Integer.class);

    /** The plug that fits the car; absent: the point's. */
    public static final Variable<String> CONECTOR = Variable.of(AlternativasRoute.class, "conector", String.class);

    private final PostosService postos;

    AlternativasRoute(PostosService postos) {
        this.postos = postos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Os postos livres mais perto de um que não está, na mesma janela")
            .errorHandler(noErrorHandler())
            .setBody().body(JanelaDefinida.class, postos::naJanela)
            .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("alternativas-na-janela")
            .setBody(this::alternativas);
    }
    // @formatter:on

    private List<Posto> alternativas(Exchange exchange) {
        String conector = CONECTOR.get(exchange);
        return postos.alternativas(
                POSTO_ID.get(exchange),
                conector == null ? null : List.of(conector),
                Rows.of(exchange, PostoRegistro.class));
    }
}
