package br.com.recarga.platform.database;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.TransactedPolicy;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What {@code transacted()} does here: everything after it runs in one transaction, rolled back if the exchange fails.
 *
 * <p>Camel's own policy brings an error handler that logs the failure and declares it exhausted, so that the route which
 * called, and which alone knows how to answer, would no longer hear of it. This one lets the failure go up.
 */
final class PropagatingTransactedPolicy implements TransactedPolicy {

    private final TransactionOperations transaction;

    PropagatingTransactedPolicy(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> transaction.executeWithoutResult(status -> {
            run(steps, exchange);
            if (exchange.isFailed() || exchange.isRollbackOnly()) {
                status.setRollbackOnly();
            }
        });
    }

    private static void run(Processor steps, Exchange exchange) {
        try {
            steps.process(exchange);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }
}
