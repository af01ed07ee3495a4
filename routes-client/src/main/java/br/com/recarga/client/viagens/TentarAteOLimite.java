package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.Variable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calls {@link TentarViagemRoute} and waits for it no longer than a driver waits for an answer. If it has begun the
 * trip by then it goes on without us, and the trip's row says how far it has come; otherwise it begins nothing. A failure is
 * left in {@link #FALHA}, as it is no answer either: whatever broke, that row says what is certain.
 *
 * <p>When the process ends, all waits end at once: whoever reserves a trip is told that it is under way, and the process that
 * comes after this one goes on with it; or that it was not begun.
 */
@Component
class TentarAteOLimite extends AsyncProcessorSupport implements SmartLifecycle {

    static final Variable<Exception> FALHA = Variable.of(TentarAteOLimite.class, "falha", Exception.class);

    /** Whether the trip is to begin, or is not, is decided once: by whoever sets this first. */
    private static final Variable<AtomicBoolean> DECIDIDO =
            Variable.of(TentarAteOLimite.class, "decidido", AtomicBoolean.class);

    /** The wait ended before the attempts did. */
    private static final Fim CEDO_DEMAIS = new Fim(false, null);

    private static final Logger LOG = LoggerFactory.getLogger(TentarAteOLimite.class);

    private final ProducerTemplate producer;
    private final Duration limite;
    private final Tentativas tentativas;
    private final Set<CompletableFuture<Fim>> esperas = ConcurrentHashMap.newKeySet();
    private volatile boolean parado;

    TentarAteOLimite(ProducerTemplate producer, ClientSettings settings, Tentativas tentativas) {
        this.producer = producer;
        this.limite = settings.esperaViagem();
        this.tentativas = tentativas;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (parado) {
            FALHA.set(exchange, naoComecada());
            callback.done(true);
            return true;
        }
        String viagemId = ViagemSaga.VIAGEM.get(exchange).viagemId();
        AtomicBoolean decidido = new AtomicBoolean();
        DECIDIDO.set(exchange, decidido);
        tentativas.comecar(viagemId);
        // a copy, as the caller's goes on with its answer while this one is still under way; with a unit of work of its
        // own, as Camel looks there for the route whose onException is to answer
        Exchange tentativa = ExchangeHelper.createCorrelatedCopy(exchange, false);
        CompletableFuture<Fim> espera = producer.asyncSend("direct:" + TentarViagemRoute.ID, tentativa)
                .handle((ended, failure) -> {
                    tentativas.acabar(viagemId);
                    return fim(ended, failure);
                })
                // what ends the wait too early must not end this: a completed future no longer runs its function
                .copy()
                .completeOnTimeout(CEDO_DEMAIS, limite.toMillis(), TimeUnit.MILLISECONDS);
        esperas.add(espera);
        espera.thenAccept(fim -> {
            esperas.remove(espera);
            voltar(desistindo(fim, decidido), exchange, callback);
        });
        if (parado) {
            espera.complete(CEDO_DEMAIS);
        }
        return false;
    }

    /**
     * Step before the first attempt: from here on the trip is under way.
     *
     * @throws PedidoRecusado if whoever reserves has been told that it is not
     */
    static void comecar(Exchange exchange) {
        if (!DECIDIDO.get(exchange).compareAndSet(false, true)) {
            throw naoComecada();
        }
    }

    /** Too early for its end, a trip that has not begun does not begin any more. */
    private static Fim desistindo(Fim fim, AtomicBoolean decidido) {
        return !fim.aTempo() && decidido.compareAndSet(false, true) ? new Fim(false, naoComecada()) : fim;
    }

    private static PedidoRecusado naoComecada() {
        return new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "A viagem não foi começada, e nada foi reservado");
    }

    private static Fim fim(Exchange ended, Throwable failure) {
        Exception broke = failure == null ? ended.getException() : new IllegalStateException(failure);
        if (broke != null && !(broke instanceof PedidoRecusado)) {
            LOG.warn("An attempt to reserve a trip broke: {}", broke.getMessage());
        }
        return new Fim(true, broke);
    }

    private static void voltar(Fim fim, Exchange exchange, AsyncCallback callback) {
        FALHA.set(exchange, fim.falha());
        if (fim.aTempo()) {
            callback.done(false);
        } else {
            // the timer's thread is everybody's: what follows must not keep it
            CompletableFuture.runAsync(() -> callback.done(false));
        }
    }

    @Override
    public void start() {
        parado = false;
    }

    @Override
    public void stop() {
        parado = true;
        esperas.forEach(espera -> espera.complete(CEDO_DEMAIS));
    }

    @Override
    public boolean isRunning() {
        return !parado;
    }

    /**
     * How the wait ended.
     *
     * @param falha null if nothing broke in time
     */
    private record Fim(boolean aTempo, Exception falha) {}
}
