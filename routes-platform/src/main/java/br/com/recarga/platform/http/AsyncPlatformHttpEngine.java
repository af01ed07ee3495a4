package br.com.recarga.platform.http;

import br.com.recarga.platform.erros.SparseLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpBinding;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.http.common.HttpBinding;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Runs {@code platform-http} routes asynchronously. Camel's own engine for Spring Boot holds a thread of an eight-thread
 * pool for as long as the route takes, so that eight requests to a server that hangs would stall those to all others; here
 * a request that waits for its reply holds none. The {@linkplain HttpAnswer answer} is given where the route ends; an
 * {@link EventStream} goes on after it, and must be left on the thread that the route was called on.
 */
public final class AsyncPlatformHttpEngine implements PlatformHttpEngine {

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(AsyncPlatformHttpEngine.class));

    private final Map<Path, AsyncConsumer> serving = new ConcurrentHashMap<>();
    private final int port;
    private final Duration deadline;
    private final Duration patience;

    /**
     * @param deadline of a route, longer than any that it has itself
     * @param patience with whoever reads an answer, and a second more for each 64 KiB that he takes
     */
    public AsyncPlatformHttpEngine(int port, Duration deadline, Duration patience) {
        this.port = port;
        this.deadline = deadline;
        this.patience = patience;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        endpoint.setHeaderFilterStrategy(new OnlyOurs());
        return new AsyncConsumer(endpoint, processor);
    }

    /**
     * A filter: what asks for exactly the path of a route goes to it. A path with a variable, a method that the path does not have, a
     * type that the route may not take or answer with are Spring's to judge. It is the last of our filters: one after it would guard
     * only those.
     */
    public void serve(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest asked = (HttpServletRequest) request;
        AsyncConsumer consumer = serving.get(new Path(asked.getMethod(), asked.getRequestURI()));
        if (consumer == null
                || !consumer.isServing()
                || !consumer.takes(asked.getContentType())
                || !consumer.answersWith(asked.getHeader(HttpHeaders.ACCEPT))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            consumer.begin(asked, (HttpServletResponse) response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private record Path(String method, String uri) {}

    @Override
    public int getServerPort() {
        return port;
    }

    /**
     * Camel would answer with every header that the message has gathered, those of the request among them. Those that routes
     * give are not taken from a request either, which would answer for them.
     */
    private static final class OnlyOurs extends HttpHeaderFilterStrategy {

        private static final Set<String> OURS = Set.of("retry-after", "location", "etag", "cache-control");

        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            return !isOurs(name);
        }

        @Override
        public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
            return isOurs(name) || super.applyFilterToExternalHeaders(name, value, exchange);
        }

        private static boolean isOurs(String name) {
            return OURS.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    private final class AsyncConsumer extends SpringBootPlatformHttpConsumer {

        private final HttpBinding binding = new SpringBootPlatformHttpBinding();

        AsyncConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor, Runnable::run);
            binding.setHeaderFilterStrategy(endpoint.getHeaderFilterStrategy());
            binding.setMuteException(endpoint.isMuteException());
            binding.setFileNameExtWhitelist(endpoint.getFileNameExtWhitelist());
            // bytes, not characters: decoding here would turn bad UTF-8 into question marks instead of an error
            binding.setUseReaderForPayload(false);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            serving.put(path(), this);
        }

        @Override
        protected void doStop() throws Exception {
            serving.remove(path(), this);
            super.doStop();
        }

        /** Of an endpoint for several methods, or for all that begins with its path, one that nobody asks for. */
        private Path path() {
            PlatformHttpEndpoint endpoint = getEndpoint();
            return new Path(
                    endpoint.getHttpMethodRestrict(), endpoint.isMatchOnUriPrefix() ? null : endpoint.getPath());
        }

        boolean isServing() {
            return !isSuspended() && isRunAllowed();
        }

        /** Whether that is clear without parsing the type. */
        boolean takes(String type) {
            String consumes = getEndpoint().getConsumes();
            return consumes == null || consumes.equals(type);
        }

        /** Whether that is clear without weighing what the caller would rather have. */
        boolean answersWith(String accept) {
            return accept == null
                    || accept.equals(MediaType.ALL_VALUE)
                    || accept.equals(getEndpoint().getProduces());
        }

        /** @return null, as nothing is left to do for Spring, unless no route has begun */
        @Override
        public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
            if (!isServing()) {
                // not sendError: the container forgets its error page when the request goes on asynchronously
                return CompletableFuture.failedFuture(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
            }
            try {
                begin(request, response);
                return null;
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /** Lets the route run. */
        void begin(HttpServletRequest request, HttpServletResponse response) throws Exception {
            Exchange exchange;
            try {
                exchange = exchangeOf(request, response);
            } catch (Exception e) {
                // as a rule the caller has gone
                LOG.warn("HTTP request failed before its route ran", e);
                throw e;
            }
            HttpAnswer answer = new HttpAnswer(request, response, deadline, patience);
            Thread itsThread = Thread.currentThread();
            getAsyncProcessor()
                    .process(exchange, doneSync -> answer(exchange, answer, Thread.currentThread() == itsThread));
        }

        private void answer(Exchange exchange, HttpAnswer answer, boolean onItsThread) {
            EventStream stream = exchange.getMessage().getBody() instanceof EventStream body ? body : null;
            if (stream != null && !exchange.isFailed()) {
                end(exchange);
                if (!answer.give(() -> open(stream, answer, onItsThread))) {
                    stream.end();
                }
                return;
            }
            if (stream != null) {
                stream.end();
            }
            if (!answer.give(() -> afterProcess(answer, exchange))) {
                end(exchange);
            }
        }

        private void end(Exchange exchange) {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }

        private static void open(EventStream stream, HttpAnswer answer, boolean onItsThread) throws IOException {
            if (!onItsThread) {
                stream.end();
                answer.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
                return;
            }
            try {
                stream.open(answer.leave());
            } catch (IOException | RuntimeException e) {
                stream.end();
                throw e;
            }
        }

        private Exchange exchangeOf(HttpServletRequest request, HttpServletResponse response) throws Exception {
            Exchange exchange = createExchange(true);
            exchange.setPattern(ExchangePattern.InOut);
            PlatformHttpMessage message = new PlatformHttpMessage(request, response, exchange, binding, false);
            exchange.setIn(message);
            message.init(exchange, binding, request, response);
            if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
                // decoded; Camel's own stand as they do in the URL, and mixed with parameters of the same name
                variables.forEach((name, value) -> message.setHeader((String) name, value));
            }
            createUoW(exchange);
            return exchange;
        }
    }
}
