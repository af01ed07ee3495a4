package br.com.recarga.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.camel.Exchange;

/** The meter {@code recarga.respostas}: how long answers took since their request came, by what was asked and what they said. */
public final class AnswerTimes {

    /** Up to what somebody takes for at once, and up to the deadline of a request. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;

    public AnswerTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param exchange of the request, with its age
     * @param rota the door, of which there are as many as there are routes
     * @param codigo of the contract, or an HTTP status: nothing that a caller or a peer can make up
     */
    public void record(Exchange exchange, String rota, String codigo) {
        Timer.builder("recarga.respostas")
                .description("Respostas dadas, da chegada do pedido em diante")
                .tags("rota", rota, "codigo", codigo)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofMillis(exchange.getClock().elapsed()));
    }
}
