package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls {@link ReservarViagemRoute#TENTAR} and waits for it no longer than a driver waits for an answer; it goes on without
 * us, and the trip's row says how far it has come. A failure is left in the variable {@link #FALHA}, as it is no answer
 * either: whatever broke, that row says what is certain.
 */
@Component
class TentarAteOLimite extends AsyncProcessorSupport {

    static final String FALHA = "falha";

    private static final Logger LOG = LoggerFactory.getLogger(TentarAteOLimite.class);

    private final ProducerTemplate producer;
    private final Duration limite;
    private final Tentativas tentativas;

    TentarAteOLimite(ProducerTemplate producer, ClientSettings settings, Tentativas tentativas) {
        this.producer = producer;
        this.limite = settings.esperaViagem();
        this.tentativas = tentativas;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        String viagemId =
                exchange.getVariable(ViagemSaga.VIAGEM, ViagemRegistro.class).viagemId();
        tentativas.comecar(viagemId);
        // a copy, as the caller's goes on with its answer while this one is still under way
        producer.asyncSend("direct:" + ReservarViagemRoute.TENTAR, exchange.copy())
                .handle((ended, failure) -> {
                    tentativas.acabar(viagemId);
                    return fim(ended, failure);
                })
                .completeOnTimeout(new Fim(false, null), limite.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(fim -> voltar(fim, exchange, callback));
        return false;
    }

    private static Fim fim(Exchange ended, Throwable failure) {
        Exception broke = failure == null ? ended.getException() : new IllegalStateException(failure);
        if (broke != null) {
            LOG.warn("An attempt to reserve a trip broke: {}", broke.getMessage());
        }
        return new Fim(true, broke);
    }

    private static void voltar(Fim fim, Exchange exchange, AsyncCallback callback) {
        exchange.setVariable(FALHA, fim.falha());
        if (fim.aTempo()) {
            callback.done(false);
        } else {
            // the timer's thread is everybody's: what follows must not keep it
            CompletableFuture.runAsync(() -> callback.done(false));
        }
    }

    /**
     * How the wait ended.
     *
     * @param falha null if nothing broke in time
     */
    private record Fim(boolean aTempo, Exception falha) {}
}
