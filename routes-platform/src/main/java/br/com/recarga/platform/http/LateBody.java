package br.com.recarga.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/**
 * Reads a body that has not come whole together with its headers, as it comes, and holds no thread in between: two hundred
 * callers that drip would else hold all of them. It has to be there by a deadline, however much of it has come.
 */
final class LateBody implements ReadListener, AsyncListener {

    /** As much as the container itself would read of what nobody wants. */
    private static final int MAX_DISCARDED = 2 * 1024 * 1024;

    private static final int BUFFER = 8 * 1024;

    /** What becomes of a body. On one of the container's threads, and at most one of them is called, once. */
    interface Outcome {

        /** @return whether the request is to be dispatched; if not, it has been answered */
        boolean whole(byte[] body) throws IOException;

        /** There is more; to be answered. */
        void tooLarge() throws IOException;

        /** To be answered. */
        void tooLate() throws IOException;
    }

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BUFFER];
    private final int maxBytes;
    private final Outcome outcome;
    private ServletInputStream in;
    private AsyncContext context;
    private int discarded;
    private boolean answered;

    private LateBody(HttpServletRequest request, HttpServletResponse response, int maxBytes, Outcome outcome) {
        this.request = request;
        this.response = response;
        this.maxBytes = maxBytes;
        this.outcome = outcome;
        this.answered = outcome == null;
    }

    /** Whether reading the body whole will wait for nothing. */
    static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length < 0
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                : length == 0 || request.getInputStream().available() >= length;
    }

    /** @param dispatched the request as it is to be dispatched once its body is there */
    static void read(
            HttpServletRequest request,
            HttpServletRequest dispatched,
            HttpServletResponse response,
            int maxBytes,
            Duration deadline,
            Outcome outcome)
            throws IOException {
        new LateBody(request, response, maxBytes, outcome).begin(dispatched, deadline);
    }

    /** Reads what is left of the body of a request that has been answered, so that the caller can read the answer. */
    static void discard(HttpServletRequest request, HttpServletResponse response, Duration deadline)
            throws IOException {
        // the next request must not come on this connection: it may be over before that is through
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.flushBuffer();
        new LateBody(request, response, 0, null).begin(request, deadline);
    }

    private void begin(HttpServletRequest dispatched, Duration deadline) throws IOException {
        in = request.getInputStream();
        context = request.startAsync(dispatched, response);
        context.setTimeout(deadline.toMillis());
        context.addListener(this);
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            int length = in.read(buffer);
            if (length < 0) {
                return;
            }
            if (answered) {
                discarded += length;
                if (discarded > MAX_DISCARDED) {
                    hangUp();
                    return;
                }
            } else {
                read.write(buffer, 0, length);
                if (read.size() > maxBytes) {
                    answered = true;
                    outcome.tooLarge();
                    response.flushBuffer();
                }
            }
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (!answered && outcome.whole(read.toByteArray())) {
            context.dispatch();
        } else {
            context.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        if (!answered) {
            answered = true;
            outcome.tooLate();
            response.flushBuffer();
        }
        hangUp();
    }

    /** What still comes is not worth a thread that reads it. */
    private void hangUp() {
        if (request.getAttribute(HangUpValve.HANG_UP) instanceof Runnable hangUp) {
            hangUp.run();
        }
        context.complete();
    }

    @Override
    public void onError(Throwable gone) {
        // told as a listener too
    }

    @Override
    public void onError(AsyncEvent event) {
        context.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // nothing is kept
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // whoever goes on with the request has a deadline of its own
    }
}
