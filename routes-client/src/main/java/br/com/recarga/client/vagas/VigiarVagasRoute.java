package br.com.recarga.client.vagas;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Operacao;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.erros.TimerFailures;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/**
 * Looks whether a point was given back for which somebody waits. A server is asked only while somebody waits at it, and says its
 * points again only if something has changed; who is told is in the database, from which {@link ContarVagasRoute} tells it.
 */
@Component
public class VigiarVagasRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, TimerBuilders {

    public static final String ID = "vigiar-vagas";

    private static final Variable<List<EsperaRegistro>> ABERTAS =
            Variable.listOf(VigiarVagasRoute.class, "abertas", EsperaRegistro.class);

    private static final long PERIODO_MS = 2_000;

    private final VagasService vagas;

    VigiarVagasRoute(VagasService vagas) {
        this.vagas = vagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Vê se vagou um posto de que alguém está à espera, e decide que se avisa quem chegou primeiro")
            .routeConfigurationId(TimerFailures.ID)
            .setBody(exchange -> vagas.abertas())
            .to(sql("classpath:esperas/esperas-abertas.sql").dataSource("#leitura")).id("esperas-abertas")
            .setVariable(ABERTAS.name()).body(List.class, EsperaRegistro::todas)
            .setBody(exchange -> vagas.perguntas(ABERTAS.get(exchange)))
            .filter(simple("${body.size} > 0"))
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
                .to(direct(PerguntarATodosRoute.ID))
                .setBody(this::vagas)
                .split(body()).id("cada-vaga")
                    .to(sql("classpath:esperas/espera-avisar.sql")).id("espera-avisar")
                .end()
            .end();
    }
    // @formatter:on

    private List<Map<String, Object>> vagas(Exchange exchange) {
        Respostas respostas = exchange.getMessage().getBody(Respostas.class);
        return vagas.vagas(ABERTAS.get(exchange), respostas.ouvidas());
    }
}
