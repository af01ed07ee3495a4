package br.com.recarga.client.vagas;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.platform.erros.TimerFailures;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Tells what was decided, by this process or another of its name; also while this one cannot ask any server. */
@Component
public class ContarVagasRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, TimerBuilders {

    public static final String ID = "contar-vagas";

    private static final long PERIODO_MS = 2_000;

    private final VagasService vagas;

    ContarVagasRoute(VagasService vagas) {
        this.vagas = vagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Conta as vagas decididas, por este processo ou por outro do mesmo nome, a quem ouve este")
            .routeConfigurationId(TimerFailures.ID)
            .setBody(exchange -> vagas.abertas())
            .to(sql("classpath:esperas/esperas-abertas.sql").dataSource("#leitura")).id("esperas-avisadas")
            .setBody().body(List.class, linhas -> vagas.porContar(EsperaRegistro.todas(linhas)))
            .split(body()).id("cada-aviso-de-vaga")
                .to(direct(Novidades.ID))
            .end();
    }
    // @formatter:on
}
