package br.com.recarga.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MetricsSwitchTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "no", "off", "0"})
    void howeverItIsSaidThatNobodyMeasuresWhoeverCountsMayDoSo(String said) {
        application
                .withPropertyValues("recarga.metricas=" + said)
                .run(context ->
                        assertThat(context).hasSingleBean(MeterRegistry.class).doesNotHaveBean(AnswerTimes.class));
    }

    @Test
    void whoSaysNothingMeasuresNothing() {
        application.run(context ->
                assertThat(context).hasSingleBean(MeterRegistry.class).doesNotHaveBean(AnswerTimes.class));
    }
}
