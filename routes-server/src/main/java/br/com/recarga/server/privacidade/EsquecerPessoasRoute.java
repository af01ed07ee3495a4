package br.com.recarga.server.privacidade;

import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.server.replicas.Replicas;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Takes from what has been over for long what tells whose it was, some at a time. */
@Component
public class EsquecerPessoasRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, TimerBuilders {

    public static final String ID = "esquecer-pessoas";

    private static final String GRAVAR = "esquecer-pessoas-gravar";

    private static final long PERIODO_MS = 10_000;

    private final PrivacidadeService privacidade;
    private final Replicas replicas;

    EsquecerPessoasRoute(PrivacidadeService privacidade, Replicas replicas) {
        this.privacidade = privacidade;
        this.replicas = replicas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Tira das reservas e dos carregamentos antigos o que diz de quem eram; o que fica conta na ocupação e no faturamento")
            .routeConfigurationId(TimerFailures.ID)
            .filter(exchange -> replicas.fala()).id("uma-das-replicas-esquece")
                .to(direct(GRAVAR))
            .end();

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("As reservas e os carregamentos antigos, de uma vez")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-esquecer")
            .setBody(exchange -> privacidade.antigos())
            .to(sql("classpath:sql/dados-antigos-anonimizar.sql")).id("dados-antigos-anonimizar")
            .setBody(exchange -> privacidade.antigos())
            .to(sql("classpath:sql/dados-antigos-anonimizar-avulsos.sql")).id("dados-antigos-anonimizar-avulsos");
    }
    // @formatter:on
}
