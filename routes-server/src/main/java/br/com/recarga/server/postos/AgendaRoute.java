package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PostosResponse}, leaves it with the windows of the days to come in which each point is taken. */
@Component
public class AgendaRoute extends EndpointRouteBuilder {

    public static final String ID = "agenda";

    private static final String RESPOSTA = "resposta-sem-agenda";

    private final ProximasJanelasService janelas;

    AgendaRoute(ProximasJanelasService janelas) {
        this.janelas = janelas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Junta a cada posto as janelas dos próximos dias em que está ocupado, para quem planeja")
            .errorHandler(noErrorHandler())
            .setVariable(RESPOSTA, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/postos-ocupados.sql").dataSource("#leitura").outputClass(OcupadoRegistro.class.getName())).id("agenda-ler")
            .setBody(this::juntar);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return janelas.parametros(resposta(exchange).postos());
    }

    @SuppressWarnings("unchecked")
    private PostosResponse juntar(Exchange exchange) {
        return janelas.comAgenda(resposta(exchange), exchange.getMessage().getBody(List.class));
    }

    private static PostosResponse resposta(Exchange exchange) {
        return exchange.getVariable(RESPOSTA, PostosResponse.class);
    }
}
