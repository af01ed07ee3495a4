package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in while there is nobody to answer: the container listens before the routes run, when every path would be one
 * that does not exist, and whoever repeats a request after a crash would take that for an answer.
 *
 * <p>When the process ends, whoever comes now is told so and asked to come back on another connection, and those who are in
 * are waited for: a container that only stopped would close connections on which the next request is already under way.
 */
public final class HttpDoor extends OncePerRequestFilter implements SmartLifecycle {

    /** After this long without a request nobody is taken to be on the way any more. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** The longest wait for those who are in; they are answered all the same, but may be told that nothing is certain. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final ObjectProvider<CamelContext> camel;
    private boolean closing;
    private int inside;
    private long lastCame = System.nanoTime();
    private volatile boolean running;

    public HttpDoor(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            refuse(response, "O serviço está terminando; tente de novo daqui a pouco");
        } else if (!camel.getObject().isStarted()) {
            leave();
            refuse(response, "O serviço ainda está começando; tente de novo daqui a pouco");
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                if (request.isAsyncStarted()) {
                    request.getAsyncContext().addListener(new Leave());
                } else {
                    leave();
                }
            }
        }
    }

    private static void refuse(HttpServletResponse response, String mensagem) throws IOException {
        JsonBodyFilter.refuse(response, HttpStatus.SERVICE_UNAVAILABLE, Codigo.SERVIDOR_INDISPONIVEL, mensagem);
    }

    private synchronized boolean enter() {
        lastCame = System.nanoTime();
        if (closing) {
            return false;
        }
        inside++;
        return true;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Until all have gone and nobody comes any more. */
    private synchronized void awaitLast() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long now = System.nanoTime();
            long quiet = inside > 0 ? end : Math.min(end, lastCame + QUIET.toNanos());
            if (quiet <= now) {
                return;
            }
            wait(Math.max(1, Duration.ofNanos(quiet - now).toMillis()));
        }
    }

    private synchronized void close() {
        closing = true;
        lastCame = System.nanoTime();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        close();
        try {
            awaitLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    /** Beside the others of this phase, such as those who end what would not end by itself. */
    @Override
    public void stop(Runnable stopped) {
        new Thread(
                        () -> {
                            stop();
                            stopped.run();
                        },
                        "http-door")
                .start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A request that went on after the thread that brought it had left. */
    private final class Leave implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completed by whoever started it
        }

        @Override
        public void onError(AsyncEvent event) {
            // completed by whoever started it
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
