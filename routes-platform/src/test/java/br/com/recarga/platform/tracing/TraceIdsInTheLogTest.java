package br.com.recarga.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceIdsInTheLogTest {

    private final TraceIdsInTheLog log = new TraceIdsInTheLog();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @AfterEach
    void asBefore() {
        MDC.clear();
    }

    @Test
    void whatIsTracedIsLoggedAsOfItsTrace() {
        exchange.setProperty(RequestTracer.TRACE_ID, "4bf92f");

        log.setMDC(exchange);

        assertThat(MDC.get(RequestTracer.TRACE_ID)).isEqualTo("4bf92f");
    }

    @Test
    void whatIsNotTracedIsNotLoggedAsOfTheTraceThatWentThisWayBefore() {
        MDC.put(RequestTracer.TRACE_ID, "4bf92f");

        log.setMDC(exchange);

        assertThat(MDC.get(RequestTracer.TRACE_ID)).isNull();
    }
}
