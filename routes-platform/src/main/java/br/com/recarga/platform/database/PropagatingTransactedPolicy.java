package br.com.recarga.platform.database;

import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What {@code transacted()} does here: everything after it is done on the {@link WriteLane}, and undone if the exchange fails.
 * The thread that comes here goes on meanwhile, and the route when what it did is committed.
 *
 * <p>Camel's own policy brings an error handler that logs the failure and declares it exhausted, so that the route which
 * called, and which alone knows how to answer, would no longer hear of it. This one lets the failure go up.
 */
final class PropagatingTransactedPolicy implements TransactedPolicy {

    private final WriteLane lane;

    PropagatingTransactedPolicy(WriteLane lane) {
        this.lane = lane;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DelegateAsyncProcessor(steps) {

            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    // of a route that was called from within one
                    return super.process(exchange, callback);
                }
                try {
                    lane.enter(new Steps(steps, exchange, callback));
                    return false;
                } catch (RejectedExecutionException | TransactionException notNow) {
                    exchange.setException(notNow);
                    callback.done(true);
                    return true;
                }
            }
        };
    }

    private record Steps(Processor steps, Exchange exchange, AsyncCallback callback) implements WriteLane.Write {

        @Override
        public boolean run() {
            try {
                steps.process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            return !exchange.isFailed() && !exchange.isRollbackOnly();
        }

        /** Even if it was refused before: what refused it may have been written by another, and is not there either. */
        @Override
        public void failed(Throwable why) {
            exchange.setException(why);
        }

        @Override
        public void goOn() {
            callback.done(false);
        }
    }
}
