package br.com.recarga.server.postos;

import br.com.recarga.contract.PontoStatus;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.instancias.Instancias;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * Publishes the retained status of every point that has changed: soon after it changed in the database, whoever did it; within
 * seconds, if only the clock changed it; and all of them when the broker is back. Status is compared with what was published
 * last, so a point that stays as it is costs no message.
 */
@Component
public class PublicarPostosRoute extends RouteBuilder implements TimerBuilders, PahoMqtt5Builders, Statements {

    public static final String ID = "publicar-postos";

    /** What is being published. */
    private static final Variable<PontoStatus> PONTO =
            Variable.of(PublicarPostosRoute.class, "ponto", PontoStatus.class);

    private static final long PERIOD_MS = 500;

    private final PostosStatus status;
    private final Instancias instancias;

    PublicarPostosRoute(PostosStatus status, Instancias instancias) {
        this.status = status;
        this.instancias = instancias;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS).delay(PERIOD_MS)).routeId(ID)
            .description("Publica o estado dos postos que mudaram, retido, para páginas e clientes")
            .routeConfigurationId(TimerFailures.ID)
            .to(sql("classpath:sql/postos-mudancas.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("mudancas-ate-agora")
            .filter(exchange -> status.podeTerMudado(exchange.getMessage().getBody(Long.class))).id("pode-ter-mudado")
                .setBody(exchange -> status.agora())
                .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("postos-agora")
                .setBody(exchange -> status.mudados(Rows.of(exchange, PostoRegistro.class)))
                .split(body()).id("cada-posto-mudado")
                    // it may have stood still since it read them, and another one speak by now
                    .filter(exchange -> !instancias.fala()).id("ja-nao-fala")
                        .stop()
                    .end()
                    .process(PublicarPostosRoute::enderecar).id("enderecar-posto")
                    .setVariable(PONTO.name(), body())
                    .marshal().json()
                    .doTry()
                        // the topic is the one that the step before has put into a header
                        .to(pahoMqtt5("client").retained(true)).id("publicar-posto")
                        .process(exchange -> status.publicado(PONTO.get(exchange))).id("anotar-publicado")
                    .doCatch(Exception.class)
                        // what was not published is still different, and comes again
                        .stop()
                    .end()
                .end()
            .end();
    }
    // @formatter:on

    private static void enderecar(Exchange exchange) {
        PontoStatus ponto = exchange.getMessage().getBody(PontoStatus.class);
        exchange.getMessage()
                .setHeader(
                        PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC,
                        Topics.pontoStatus(ponto.serverId(), ponto.pontoId()));
    }
}
