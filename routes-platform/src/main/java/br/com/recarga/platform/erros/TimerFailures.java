package br.com.recarga.platform.erros;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.LoggerFactory;

/** Nobody waits for what a timer does: it comes again, so its failure is one line in the log and no more. */
public final class TimerFailures extends RouteConfigurationBuilder {

    /** Routes with this configuration are begun by a timer. */
    public static final String ID = "erros-do-relogio";

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(TimerFailures.class));

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Throwable.class).handled(true).process(TimerFailures::tell);
    }

    private static void tell(Exchange exchange) {
        LOG.warn(
                "The timer's route %s failed".formatted(exchange.getFromRouteId()),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
