package br.com.recarga.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void areOfTheClassThatWasAskedFor() {
        exchange.getMessage().setBody(List.of("a"));

        assertThat(Rows.of(exchange, String.class)).containsExactly("a");
        assertThatThrownBy(() -> Rows.of(exchange, Integer.class)).isInstanceOf(ClassCastException.class);
    }
}
