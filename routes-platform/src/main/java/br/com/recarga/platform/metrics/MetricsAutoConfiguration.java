package br.com.recarga.platform.metrics;

import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import br.com.recarga.platform.mqttrequest.MqttRequestMeters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What of ours is measured, beside what Spring Boot, Hikari, Tomcat and Camel measure of theirs ({@link MetricsSwitch}). */
@AutoConfiguration
public class MetricsAutoConfiguration {

    /** Where nobody measures, whoever has something to count counts into nothing. */
    @Bean
    @Conditional(MetricsSwitch.Off.class)
    MeterRegistry nobodyMeasures() {
        return new CompositeMeterRegistry();
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(MetricsSwitch.On.class)
    static class Measured {

        @Bean
        AnswerTimes answerTimes(MeterRegistry registry) {
            return new AnswerTimes(registry);
        }

        @Bean
        HttpAnswers httpAnswers(AnswerTimes times) {
            return new HttpAnswers(times);
        }

        @Bean
        MeterBinder mqttMeters(MqttConnections connections) {
            return registry -> {
                Gauge.builder("recarga.mqtt.inscrito", connections, all -> all.allSubscribed() ? 1 : 0)
                        .description("1 se o broker aceitou todas as inscrições deste processo, 0 se não")
                        .register(registry);
                FunctionCounter.builder("recarga.mqtt.conexoes", connections, MqttConnections::allConnects)
                        .description("Quantas vezes as conexões deste processo ao broker se abriram, todas juntas")
                        .register(registry);
            };
        }

        @Bean
        MeterBinder mqttRequestMeters(ObjectProvider<MqttRequestComponent> requests) {
            return registry -> requests.ifAvailable(component -> new MqttRequestMeters(component).bindTo(registry));
        }
    }
}
