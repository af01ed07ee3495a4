package br.com.recarga.platform.http;

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
import org.springframework.http.HttpStatus;

/**
 * What a route answers, gathered until it is known and then given from whichever thread knows it, without a second pass through
 * the filters and Spring. That thread never waits for a reader: what is more than the container takes at once goes on as the
 * reader takes it, and one who takes next to nothing is cut off.
 *
 * <p>To be used with its monitor held from asking whether it {@linkplain #isOver() is over} until it is sent: what the
 * container has given up belongs to the next request.
 */
final class HttpAnswer extends HttpServletResponseWrapper {

    private static final int CHUNK = 8 * 1024;

    /** Bytes a second that prolong a reader's time by that second. */
    private static final int LEAST_RATE = 64 * 1024;

    private final Duration patience;
    private final AsyncContext context;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Gathering out = new Gathering();
    private PrintWriter writer;
    private HttpStatus error;
    private boolean over;
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
        context.addListener(new Container());
    }

    /** Nothing can be answered any more, or it has been. */
    boolean isOver() {
        return over;
    }

    /** Leaves the answer to somebody else. */
    AsyncContext leave() {
        over = true;
        left = true;
        return context;
    }

    /** Nobody will answer. */
    void abandon() {
        over = true;
        try {
            context.complete();
        } catch (IllegalStateException completedAlready) {
            // the container has found out first
        }
    }

    /** What has been gathered. */
    void send() throws IOException {
        over = true;
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (error != null) {
            Recusa.escrever(response, error, ContractErrorController.reply(error));
            context.complete();
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        byte[] bytes = body.toByteArray();
        response.setContentLength(bytes.length);
        if (bytes.length <= response.getBufferSize()) {
            response.getOutputStream().write(bytes);
            context.complete();
        } else {
            context.setTimeout(0);
            ServletOutputStream target = response.getOutputStream();
            // on a thread of the container: on this one it would write at once, and first wait for whoever serves the
            // request, who may wait for us
            context.start(() -> target.setWriteListener(new Giving(target, bytes)));
        }
    }

    /** An error instead of what has been gathered. */
    void send(HttpStatus status) throws IOException {
        error = status;
        send();
    }

    @Override
    public void sendError(int status) {
        error = HttpStatus.valueOf(status);
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

    private final class Gathering extends ServletOutputStream {

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
    private final class Giving implements WriteListener {

        private final ServletOutputStream target;
        private final byte[] bytes;
        private final long start = System.nanoTime();
        private int given;
        private boolean flushed;

        Giving(ServletOutputStream target, byte[] bytes) {
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
                if (given == bytes.length) {
                    flushed = true;
                    target.flush();
                } else {
                    int next = Math.min(CHUNK, bytes.length - given);
                    target.write(bytes, given, next);
                    given += next;
                }
            }
            if (System.nanoTime() - start
                    > patience.plusSeconds(given / LEAST_RATE).toNanos()) {
                // completing would make one of the container's threads wait for the rest
                throw new IOException("The reader takes too little");
            }
        }

        @Override
        public void onError(Throwable gone) {
            // the container says it once more, when it allows the request to be ended
        }
    }

    private final class Container implements AsyncListener {

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            synchronized (HttpAnswer.this) {
                if (!over) {
                    send(HttpStatus.SERVICE_UNAVAILABLE);
                }
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            synchronized (HttpAnswer.this) {
                over = true;
                if (!left) {
                    context.complete();
                }
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            synchronized (HttpAnswer.this) {
                over = true;
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // nobody starts it again
        }
    }
}
