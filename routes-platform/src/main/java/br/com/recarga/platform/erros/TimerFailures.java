package br.com.recarga.platform.erros;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody waits for what a timer does: it comes again, so its failure is one line in the log and no more. */
public final class TimerFailures extends RouteConfigurationBuilder {

    /** Routes with this configuration are begun by a timer. */
    public static final String ID = "erros-do-relogio";

    private static final Logger LOG = LoggerFactory.getLogger(TimerFailures.class);

    private final SparseLog sparse = new SparseLog(LOG);

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Throwable.class).handled(true).process(this::tell);
    }

    private void tell(Exchange exchange) {
        sparse.warn(
                "The timer's route %s failed".formatted(exchange.getFromRouteId()),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
