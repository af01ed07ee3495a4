package br.com.recarga.client.viagens;

import br.com.recarga.platform.erros.TimerFailures;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Keeps the table of trips from growing for ever. */
@Component
public class EsquecerViagensRoute extends RouteBuilder implements SqlBuilders, TimerBuilders {

    public static final String ID = "esquecer-viagens";

    private static final long PERIOD_MS = 60_000;

    private final LinhaDaViagem linha;

    EsquecerViagensRoute(LinhaDaViagem linha) {
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS).delay(PERIOD_MS)).routeId(ID)
            .description("Esquece as viagens que terminaram, e cujas paradas passaram, há mais tempo do que se guarda")
            .routeConfigurationId(TimerFailures.ID)
            .setBody(exchange -> linha.esquecimento())
            .to(sql("classpath:viagens/viagens-esquecer.sql")).id("viagens-esquecer");
    }
    // @formatter:on
}
