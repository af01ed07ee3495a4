package br.com.recarga.client.sagas;

import br.com.recarga.client.sagas.SagaLog.OpenSaga;
import br.com.recarga.client.sagas.SagaLog.Step;
import br.com.recarga.platform.tracing.RequestTracer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.saga.CamelSagaCoordinator;
import org.apache.camel.saga.CamelSagaService;
import org.apache.camel.saga.CamelSagaStep;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * A {@link CamelSagaService} whose log is in the database, so that every saga comes to exactly one end although its process
 * may be killed at any moment: one that was decided is completed, one that was not is compensated. Camel's own keeps its
 * sagas in memory.
 *
 * <p>The decision is one committed row. What follows from it, the call of each step's endpoint, is repeated until it
 * succeeds, so these endpoints must be idempotent. The caller of a saga waits for the first attempt and no longer; between
 * the others there is twice as long a wait each time, up to a minute.
 */
@Service
public class DurableSagaService implements CamelSagaService {

    /**
     * Header of the call of a completion or a compensation: whether it was ever decided to complete the saga, so that
     * completions may have been called.
     */
    public static final String DECIDED = "saga_decidida";

    private static final Logger LOG = LoggerFactory.getLogger(DurableSagaService.class);

    /** Long enough to look back at what happened. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** How many are gone on with at a time: those that a server left behind when it went must not crowd out the new ones. */
    private static final int AT_A_TIME = 100;

    /** The trace of an attempt that nobody waits for. */
    private static final String NOBODYS = null;

    private final SagaLog log;
    /** Sagas whose caller is in this process and waits for the first attempt to end them: nobody else touches these. */
    private final Set<String> withCaller = ConcurrentHashMap.newKeySet();
    /** Sagas that are being ended at this moment. */
    private final Set<String> ending = ConcurrentHashMap.newKeySet();
    /** Whether something has come that sagas may have waited for. */
    private final AtomicBoolean hurry = new AtomicBoolean();

    private CamelContext camelContext;
    private ProducerTemplate producer;

    DurableSagaService(SagaLog log) {
        this.log = log;
    }

    /** The saga that an exchange is in, as the log knows it. */
    public static String id(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
    }

    @Override
    public CompletableFuture<CamelSagaCoordinator> newSaga(Exchange exchange) {
        String id = camelContext.getUuidGenerator().generateUuid();
        withCaller.add(id);
        return CompletableFuture.completedFuture(new Coordinator(id));
    }

    @Override
    public CompletableFuture<CamelSagaCoordinator> getSaga(String id) {
        return CompletableFuture.completedFuture(new Coordinator(id));
    }

    @Override
    public void registerStep(CamelSagaStep step) {
        // the log holds the URIs of each saga's steps
    }

    /** Goes on with the sagas that have not ended, have waited long enough, and that nobody in this process is busy with. */
    public void resume() {
        if (hurry.getAndSet(false)) {
            try {
                log.hurry();
            } catch (RuntimeException e) {
                hurry.set(true);
                throw e;
            }
        }
        log.due().stream()
                .filter(saga -> !withCaller.contains(saga.id()) && !ending.contains(saga.id()))
                .limit(AT_A_TIME)
                .forEach(this::resume);
    }

    private void resume(OpenSaga saga) {
        // before the attempt, so that one which kills its process is not made at every start
        if (!log.attempt(saga, waitAfter(saga.tentativas()))) {
            return;
        }
        switch (saga.situacao()) {
            case "INICIADA" -> {
                // its process has gone without a decision
                if (log.abandon(saga.id())) {
                    LOG.info("Saga {} was left undecided and is compensated", saga.id());
                    compensateNow(saga.id(), NOBODYS);
                }
            }
            case "CONCLUINDO" -> completeNow(saga.id(), NOBODYS);
            default -> compensateNow(saga.id(), NOBODYS);
        }
    }

    /** Something has come that sagas may have waited for, such as a server: the next {@link #resume()} tries them all. */
    public void hurry() {
        hurry.set(true);
    }

    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Forgets what has come to its end long ago. */
    public void forget() {
        log.forget(RETENTION);
    }

    private CompletableFuture<Void> completeNow(String id, String traceparent) {
        return end(id, traceparent, Step::completion, log::completed).exceptionallyCompose(failure -> {
            SagaImpossivel impossible = ObjectHelper.getException(SagaImpossivel.class, failure);
            if (impossible != null && log.decideToCompensate(id)) {
                LOG.info("Saga {} cannot be completed and is compensated: {}", id, impossible.getMessage());
                return compensateNow(id, traceparent);
            }
            notYet(id, "completed", failure);
            return CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Void> compensateNow(String id, String traceparent) {
        return end(id, traceparent, Step::compensation, log::compensated).exceptionally(failure -> {
            notYet(id, "compensated", failure);
            return null;
        });
    }

    /** What failed on our own database was no attempt: nobody else has to be waited for, only that. */
    private void notYet(String id, String end, Throwable failure) {
        LOG.debug("Saga {} could not be {} yet", id, end, failure);
        if (ObjectHelper.getException(DataAccessException.class, failure) != null
                || ObjectHelper.getException(TransactionException.class, failure) != null) {
            hurry();
        }
    }

    /** Calls the endpoint of each step, one after the other, and notes the end; nothing if another call is at it. */
    private CompletableFuture<Void> end(
            String id, String traceparent, Function<Step, String> endpoint, Consumer<String> note) {
        if (!ending.add(id)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Object> all = CompletableFuture.completedFuture(null);
        try {
            for (Step step : log.steps(id)) {
                String uri = endpoint.apply(step);
                if (uri != null) {
                    all = all.thenCompose(previous -> call(id, traceparent, uri, step));
                }
            }
        } catch (RuntimeException e) {
            all = CompletableFuture.failedFuture(e);
        }
        return all.whenComplete((done, failure) -> ending.remove(id)).thenRun(() -> note(id, note));
    }

    /** Notes the end of a saga. It has come, whether it is written or not: if not, it is found again and ended once more. */
    private static void note(String id, Consumer<String> end) {
        try {
            end.accept(id);
        } catch (RuntimeException e) {
            LOG.warn("The end of saga {} could not be written yet: {}", id, e.getMessage());
        }
    }

    private CompletableFuture<Object> call(String id, String traceparent, String uri, Step step) {
        Map<String, Object> headers = new HashMap<>(step.options());
        headers.put(DECIDED, step.decided());
        headers.put(Exchange.SAGA_LONG_RUNNING_ACTION, id);
        if (traceparent != null) {
            headers.put(RequestTracer.TRACEPARENT, traceparent);
        }
        return producer.asyncRequestBodyAndHeaders(uri, null, headers);
    }

    @Override
    public void start() {
        producer = camelContext.createProducerTemplate();
        producer.start();
    }

    @Override
    public void stop() {
        producer.stop();
    }

    @Override
    public void setCamelContext(CamelContext context) {
        camelContext = context;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    private final class Coordinator implements CamelSagaCoordinator {

        private final String id;

        Coordinator(String id) {
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public CompletableFuture<Void> beginStep(Exchange exchange, CamelSagaStep step) {
            try {
                Map<String, Object> options = new HashMap<>();
                step.getOptions().forEach((name, value) -> options.put(name, value.evaluate(exchange, Object.class)));
                log.begin(
                        id,
                        step.getCompletion().map(Endpoint::getEndpointUri).orElse(null),
                        step.getCompensation().map(Endpoint::getEndpointUri).orElse(null),
                        options);
                return CompletableFuture.completedFuture(null);
            } catch (RuntimeException e) {
                withCaller.remove(id);
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public CompletableFuture<Void> complete(Exchange exchange) {
            return decided(exchange, log::decideToComplete, DurableSagaService.this::completeNow);
        }

        @Override
        public CompletableFuture<Void> compensate(Exchange exchange) {
            return decided(exchange, log::decideToCompensate, DurableSagaService.this::compensateNow);
        }

        private CompletableFuture<Void> decided(
                Exchange exchange, Predicate<String> decide, BiFunction<String, String, CompletableFuture<Void>> end) {
            String traceparent = exchange.getProperty(RequestTracer.TRACEPARENT, String.class);
            return CompletableFuture.completedFuture(id)
                    .thenCompose(saga ->
                            decide.test(saga) ? end.apply(saga, traceparent) : CompletableFuture.completedFuture(null))
                    // whatever became of it: from now on the log says how the saga goes on
                    .whenComplete((done, failure) -> withCaller.remove(id));
        }
    }
}
