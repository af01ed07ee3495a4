package br.com.recarga.platform.tracing;

import org.apache.camel.Exchange;
import org.apache.camel.mdc.MDCService;
import org.slf4j.MDC;

/** Camel's, which leaves on a thread the id of a trace that went on elsewhere: what is not traced would be logged as of that one. */
final class TraceIdsInTheLog extends MDCService {

    TraceIdsInTheLog() {
        setCustomProperties(RequestTracer.TRACE_ID);
    }

    @Override
    protected void setMDC(Exchange exchange) {
        MDC.remove(RequestTracer.TRACE_ID);
        super.setMDC(exchange);
    }
}
