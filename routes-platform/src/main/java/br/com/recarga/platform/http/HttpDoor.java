package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;

/**
 * Lets nobody in while there is nobody to answer: the container listens before the routes run, when every path would be one
 * that does not exist, and whoever repeats a request after a crash would take that for an answer.
 *
 * <p>When the process ends, whoever comes now is told so and asked to come back on another connection, and those who are in
 * are waited for: a container that only stopped would close connections on which the next request is already under way.
 */
public final class HttpDoor implements ServletRequestListener, SmartLifecycle {

    /** After this long without a request nobody is taken to be on the way any more. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** The longest wait for those who are in; they are answered all the same, but may be told that nothing is certain. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private static final String INSIDE = HttpDoor.class.getName();

    private final ObjectProvider<CamelContext> camel;
    private volatile boolean closing;
    private int inside;
    private long lastCame = System.nanoTime();

    public HttpDoor(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    /** A filter. */
    public void letIn(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (closing) {
            refuse(response, "O serviço está terminando; tente de novo daqui a pouco");
        } else if (!camel.getObject().isStarted()) {
            refuse(response, "O serviço ainda está começando; tente de novo daqui a pouco");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(ServletResponse response, String mensagem) throws IOException {
        JsonBodyFilter.refuse(
                (HttpServletResponse) response, HttpStatus.SERVICE_UNAVAILABLE, Codigo.SERVIDOR_INDISPONIVEL, mensagem);
    }

    @Override
    public synchronized void requestInitialized(ServletRequestEvent came) {
        lastCame = System.nanoTime();
        inside++;
        came.getServletRequest().setAttribute(INSIDE, true);
    }

    /** Also of a request that went on after the thread that brought it had left; the container may tell of its end twice. */
    @Override
    public synchronized void requestDestroyed(ServletRequestEvent gone) {
        if (gone.getServletRequest().getAttribute(INSIDE) != null) {
            gone.getServletRequest().removeAttribute(INSIDE);
            inside--;
            notifyAll();
        }
    }

    synchronized int inside() {
        return inside;
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
        closing = false;
    }

    @Override
    public void stop() {
        close();
        try {
            awaitLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Beside the others of this phase, such as those who end what would not end by itself. */
    @Override
    public void stop(Runnable stopped) {
        CompletableFuture.runAsync(this::stop).thenRun(stopped);
    }

    @Override
    public boolean isRunning() {
        return !closing;
    }
}
