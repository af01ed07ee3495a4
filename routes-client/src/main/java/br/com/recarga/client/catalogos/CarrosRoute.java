package br.com.recarga.client.catalogos;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.carros.Catalogo;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** {@code GET /carros}: the bundled catalogue, which whoever has it already does not get again. */
@Component
public class CarrosRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "carros";

    /** It comes with the program, and is another at most with each release. */
    private static final String KEPT = "max-age=86400";

    /** What the caller has already, as he says it. */
    private static final Variable<String> CONHECIDAS = Variable.of(CarrosRoute.class, "conhecidas", String.class);

    private final byte[] catalogo;

    /** Weak, because Tomcat compresses nothing that has a strong one. */
    private final ETag etiqueta;

    CarrosRoute() throws JsonProcessingException {
        catalogo = ContractJson.mapper().writeValueAsBytes(Map.of("carros", Catalogo.carros()));
        etiqueta = new ETag(DigestUtils.sha256Hex(catalogo), true);
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /carros: o catálogo dos carros elétricos vendidos no Brasil")
            .routeConfigurationId(HttpReplies.ID)
            .setVariable(CONHECIDAS.name(), header(HttpHeaders.IF_NONE_MATCH))
            .process(this::responder).id("responder-carros");
    }
    // @formatter:on

    private void responder(Exchange exchange) {
        HttpReplies.reply(exchange, HttpStatus.OK.value(), catalogo);
        HttpReplies.unlessKnown(exchange, etiqueta, CONHECIDAS.get(exchange, ""));
        exchange.getMessage().setHeader(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
