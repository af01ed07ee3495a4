package br.com.recarga.client.vagas;

import br.com.recarga.platform.erros.TimerFailures;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Keeps the table of those who wait from growing for ever. */
@Component
public class EsquecerEsperasRoute extends RouteBuilder implements SqlBuilders, TimerBuilders {

    public static final String ID = "esquecer-esperas";

    private static final long PERIODO_MS = 60_000;

    private final VagasService vagas;

    EsquecerEsperasRoute(VagasService vagas) {
        this.vagas = vagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Esquece quem esperou até há mais de uma hora, ou foi avisado antes disso")
            .routeConfigurationId(TimerFailures.ID)
            .setBody(exchange -> vagas.esquecimento())
            .to(sql("classpath:esperas/esperas-esquecer.sql")).id("esperas-esquecer");
    }
    // @formatter:on
}
