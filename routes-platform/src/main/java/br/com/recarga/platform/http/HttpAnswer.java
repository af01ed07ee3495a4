package br.com.recarga.platform.http;

import br.com.recarga.platform.erros.SparseLog;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a route answers, gathered until it is known and then given from whichever thread knows it, without a second pass through
 * the filters and Spring. That thread never waits for a reader: what is more than the container takes at once goes on as the
 * reader takes it, and one who takes next to nothing is cut off.
 *
 * <p>What the container has given up belongs to the next request; so its events and whoever answers exclude each other. It
 * has locks of its own: that of the connection is always taken before ours, that of the state of the request always after.
 */
final class HttpAnswer extends HttpServletResponseWrapper {

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(HttpAnswer.class));

    private static final int CHUNK = 8 * 1024;

    /** Bytes a second that prolong a reader's time by that second. */
    private static final int LEAST_RATE = 64 * 1024;

    private final Duration patience;
    private final AsyncContext context;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Buffer out = new Buffer();
    private PrintWriter writer;
    private HttpStatus error;
    /** What waits for a thread of the container, until that begins to write it or it is out of time. */
    private byte[] waiting;

    private volatile boolean over;
    private boolean left;

    /**
     * @param deadline for a route, after which it is answered that nobody is there (503)
     * @param patience with a reader, and a second more for each 64 KiB that he takes
     */
    HttpAnswer(HttpServletRequest request, HttpServletResponse response, Duration deadline, Duration patience) {
        super(response);
        this.patience = patience;
        context = request.startAsync(request, response);
        context.setTimeout(deadline.toMillis());
        context.addListener(new ContainerEvents());
    }

    /** Writes an answer, or {@linkplain #leave() leaves} it to somebody else. */
    interface Writing {
        void write() throws Exception;
    }

    /**
     * Sends what is written, or that it could not be (500).
     *
     * @return false, with nothing written, if it has been answered already or nobody is there any more
     */
    synchronized boolean give(Writing writing) {
        if (over) {
            return false;
        }
        try {
            writing.write();
            if (!over) {
                send();
            }
        } catch (Exception e) {
            LOG.warn("HTTP request could not be answered", e);
            fail();
        }
        return true;
    }

    private void fail() {
        try {
            if (left) {
                context.complete();
            } else if (!over) {
                send(HttpStatus.INTERNAL_SERVER_ERROR);
            }
        } catch (IOException | IllegalStateException gone) {
            // the container has found out first
        }
    }

    /** Leaves the answer to somebody else; only while it is {@linkplain #give written}. */
    AsyncContext leave() {
        over = true;
        left = true;
        return context;
    }

    private void send() throws IOException {
        if (error != null) {
            send(error);
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        byte[] bytes = body.toByteArray();
        HttpServletResponse response = (HttpServletResponse) getResponse();
        response.setContentLength(bytes.length);
        if (bytes.length < response.getBufferSize()) {
            response.getOutputStream().write(bytes);
            complete();
        } else {
            sendAsItIsTaken(bytes);
        }
    }

    private void send(HttpStatus status) throws IOException {
        waiting = null;
        Recusa.escrever((HttpServletResponse) getResponse(), status, ContractErrorController.reply(status));
        complete();
    }

    private void complete() {
        over = true;
        context.complete();
    }

    private void sendAsItIsTaken(byte[] bytes) throws IOException {
        ServletOutputStream target = getResponse().getOutputStream();
        waiting = bytes;
        context.setTimeout(0);
        try {
            // on another thread, which has no lock: on this one the container would wait for that of the connection
            context.start(() -> begin(target));
            over = true;
        } catch (IllegalStateException timedOut) {
            send(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void begin(ServletOutputStream target) {
        byte[] bytes;
        synchronized (this) {
            bytes = waiting;
            waiting = null;
        }
        if (bytes != null) {
            target.setWriteListener(new NonBlockingWrite(target, bytes));
        }
    }

    /** What a route says of keeping its answer takes the place of what is said of all. */
    @Override
    public void addHeader(String name, String value) {
        if (HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendError(int status) {
        error = HttpStatus.valueOf(status);
    }

    /** The contract has its own words for each status. */
    @Override
    public void sendError(int status, String ignored) {
        sendError(status);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // it is sent as a whole
    }

    private final class Buffer extends ServletOutputStream {

        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("is sent as a whole");
        }
    }

    /** What the reader has not taken yet; only the container's threads are here, one at a time. */
    private final class NonBlockingWrite implements WriteListener {

        private final ServletOutputStream target;
        private final byte[] bytes;
        private final long start = System.nanoTime();
        private int written;
        private boolean flushed;

        NonBlockingWrite(ServletOutputStream target, byte[] bytes) {
            this.target = target;
            this.bytes = bytes;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (target.isReady()) {
                if (flushed) {
                    context.complete();
                    return;
                }
                if (written == bytes.length) {
                    flushed = true;
                    target.flush();
                } else {
                    int next = Math.min(CHUNK, bytes.length - written);
                    target.write(bytes, written, next);
                    written += next;
                }
            }
            if (System.nanoTime() - start
                    > patience.plusSeconds(written / LEAST_RATE).toNanos()) {
                // completing would make one of the container's threads wait for the rest
                throw new IOException("The reader takes too little");
            }
        }

        @Override
        public void onError(Throwable gone) {
            // the container says it once more, when it allows the request to be ended
        }
    }

    private final class ContainerEvents implements AsyncListener {

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            synchronized (HttpAnswer.this) {
                if (!over || waiting != null) {
                    send(HttpStatus.SERVICE_UNAVAILABLE);
                }
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            synchronized (HttpAnswer.this) {
                over = true;
                waiting = null;
                if (!left) {
                    context.complete();
                }
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // without our lock: the container has that of the state of the request
            over = true;
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // nobody starts it again
        }
    }
}
