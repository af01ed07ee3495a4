package br.com.recarga.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class VariableTest {

    private static final Variable<Integer> POSTO = Variable.of(VariableTest.class, "posto", Integer.class);
    private static final Variable<List<String>> NOMES = Variable.listOf(VariableTest.class, "nomes", String.class);

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void holdsWhatWasSet() {
        POSTO.set(exchange, 7);
        NOMES.set(exchange, List.of("a", "b"));

        assertThat(POSTO.get(exchange)).isEqualTo(7);
        assertThat(NOMES.get(exchange)).containsExactly("a", "b");
        assertThat(POSTO.value().isEqualTo(7).matches(exchange)).isTrue();
    }

    @Test
    void isNullUntilItIsSet() {
        assertThat(POSTO.get(exchange)).isNull();
        assertThat(POSTO.value().isNull().matches(exchange)).isTrue();
    }

    @Test
    void isWhatTheCallerSaysUntilItIsSet() {
        assertThat(POSTO.get(exchange, 5)).isEqualTo(5);

        POSTO.set(exchange, 7);

        assertThat(POSTO.get(exchange, 5)).isEqualTo(7);
    }

    @Test
    void ofTheSameNameInAnotherClassIsAnother() {
        Variable<Integer> other = Variable.of(String.class, "posto", Integer.class);
        POSTO.set(exchange, 7);

        assertThat(other.get(exchange)).isNull();
    }
}
