package br.com.recarga.platform.mqttrequest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What JMX tells of the requests over MQTT ({@link MqttRequestEndpoint}), as meters. */
public final class MqttRequestMeters implements MeterBinder {

    private final MqttRequestComponent component;

    public MqttRequestMeters(MqttRequestComponent component) {
        this.component = component;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("recarga.pedidos.em.espera", component, of(RequestReply::inFlight))
                .description("Pedidos que esperam pela resposta do seu servidor")
                .register(registry);
        count(
                registry,
                "recarga.pedidos.repetidos",
                "Pedidos publicados de novo, pois a resposta tardava",
                RequestReply::repeats);
        count(registry, "recarga.pedidos.sem.resposta", "Pedidos cujo prazo passou", RequestReply::timeouts);
        count(
                registry,
                "recarga.respostas.tardias",
                "Respostas por que já ninguém esperava",
                RequestReply::lateReplies);
        count(
                registry,
                "recarga.respostas.retidas",
                "Respostas que o broker tinha guardado",
                RequestReply::retainedReplies);
        count(
                registry,
                "recarga.respostas.desacreditadas",
                "Respostas por outro tópico que o do pedido, ou sem o seu Correlation Data",
                RequestReply::unbelievedReplies);
    }

    private void count(
            MeterRegistry registry, String name, String description, ToDoubleFunction<RequestReply> counted) {
        FunctionCounter.builder(name, component, of(counted))
                .description(description)
                .register(registry);
    }

    /** 0 before the component has started, and of one that is made anew from the beginning. */
    private static ToDoubleFunction<MqttRequestComponent> of(ToDoubleFunction<RequestReply> counted) {
        return component -> {
            RequestReply now = component.requestReply();
            return now == null ? 0 : counted.applyAsDouble(now);
        };
    }
}
