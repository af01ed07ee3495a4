package br.com.recarga.server.mqtt;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.springframework.stereotype.Component;

/**
 * Messages that name no server or nobody to answer, orders that the broker had kept, bodies that name others than their topic,
 * requests that nobody waits for any more or that wait already, and telemetry that is malformed. Their counts are these routes';
 * the log tells them every 10 s at most, and of copies only if it is asked to.
 */
@Component
public class DescartarRoute extends RouteBuilder implements DirectBuilders, LogBuilders {

    public static final String ID = "descartar";

    /** What was published to be kept, and would be done again each time that this server comes back. */
    public static final String RETIDAS = "descartar-retidas";

    /** What is said on an own topic and names somebody else in its body. */
    public static final String DIVERGENTES = "descartar-divergentes";

    /** Requests that are larger than any that is meant. */
    public static final String GRANDES = "descartar-grandes";

    /** Requests that expired while they waited for their client's turn. */
    public static final String EXPIRADOS = "descartar-expirados";

    /** Requests that were repeated before they were answered. */
    public static final String COPIAS = "descartar-copias";

    /** Telemetry that nothing can be made of. */
    static final String MALFORMADA = "descartar-telemetria";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mensagens que não dizem a quem responder: contadas e esquecidas")
            .to(log("br.com.recarga.descartados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(RETIDAS)).routeId(RETIDAS)
            .description("Pedidos e telemetria que o broker guardou (retidos): uma ordem vale na hora, e não outra vez a cada reconexão")
            .to(log("br.com.recarga.retidas").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(DIVERGENTES)).routeId(DIVERGENTES)
            .description("O que um tópico próprio diz de um e o corpo de outro: o tópico vence, e nada se faz nem se responde")
            .to(log("br.com.recarga.divergentes").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(GRANDES)).routeId(GRANDES)
            .description("Pedidos maiores que RECARGA_PEDIDO_MAXIMO: contados e esquecidos sem serem lidos")
            .to(log("br.com.recarga.grandes").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(EXPIRADOS)).routeId(EXPIRADOS)
            .description("Pedidos que expiraram à espera da vez: contados e esquecidos, pois já ninguém espera pela resposta")
            .to(log("br.com.recarga.expirados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(COPIAS)).routeId(COPIAS)
            .description("Pedidos repetidos antes da resposta: contados e esquecidos, pois a resposta do primeiro é a de todos")
            .to(log("br.com.recarga.copias").level("DEBUG").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(MALFORMADA)).routeId(MALFORMADA)
            .description("Telemetria malformada: contada e esquecida, nunca respondida")
            .to(log("br.com.recarga.telemetria-malformada").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on
}
