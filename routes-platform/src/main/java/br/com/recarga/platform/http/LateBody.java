package br.com.recarga.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * What of a body has not come with its head: read as it comes, which takes no thread, and here forgotten, so that whoever has
 * been refused can read why before the connection is closed.
 *
 * <p>That somebody takes too long is noticed when the next bytes come; when none come, the container's own time for a silent
 * connection ends it. A clock beside the container's threads, or its timeout of an asynchronous request, could run out
 * just when the body is there and the request goes on, and the container would lose the request.
 */
class LateBody implements ReadListener, AsyncListener {

    /**
     * Bytes of a body that nobody wants, after which the connection is closed: a picture that was taken for something else is
     * heard to its end, and who sends it reads why it was refused.
     */
    private static final int MAX_FORGOTTEN = 16 * 1024 * 1024;

    private static final int CHUNK = 4 * 1024;

    /** Bytes a second that prolong the deadline by that second. */
    private static final int LEAST_RATE = 16 * 1024;

    /** Bytes that prolong it at most: more than any body that is wanted, and two minutes. */
    private static final int MAX_PROLONGING = 2 * 1024 * 1024;

    private final AsyncContext context;
    private final ServletInputStream in;
    private final Duration deadline;
    private final long start = System.nanoTime();
    private long arrived;
    private boolean over;

    /**
     * To be called on the thread that serves the request, which has nothing more to do with it afterwards.
     *
     * @param request as it may go on
     * @param deadline for the whole body, and a second more for each 16 KiB of it
     */
    LateBody(ServletInputStream in, HttpServletRequest request, HttpServletResponse response, Duration deadline) {
        this.in = in;
        this.context = request.startAsync(request, response);
        this.deadline = deadline;
        context.setTimeout(0);
        context.addListener(this);
    }

    final void read() {
        in.setReadListener(this);
    }

    /**
     * Reads what has come already.
     *
     * @param bytes not longer than what is left of the body
     * @return how many there were
     */
    static int arrived(ServletInputStream in, byte[] bytes) throws IOException {
        int count = 0;
        while (count < bytes.length && in.available() > 0) {
            int read = in.read(bytes, count, bytes.length - count);
            if (read < 0) {
                return count;
            }
            count += read;
        }
        return count;
    }

    /** Forgets what has come already, as the container would. */
    static boolean isThere(ServletInputStream in) throws IOException {
        if (!in.isFinished()) {
            arrived(in, new byte[CHUNK]);
        }
        return in.isFinished();
    }

    /** @return whether more is to be read */
    boolean take(byte[] bytes, int count) throws IOException {
        return arrived <= MAX_FORGOTTEN;
    }

    /** All of it is there. */
    void whole(AsyncContext request) throws IOException {
        request.complete();
    }

    /** The last chance to say something. */
    void late() throws IOException {
        // has been said already
    }

    /** Told once, in whatever way it has ended. */
    void end() {
        // nothing to give back
    }

    @Override
    public final void onDataAvailable() throws IOException {
        byte[] bytes = new byte[CHUNK];
        while (in.isReady()) {
            int count = in.read(bytes);
            if (count < 0) {
                return;
            }
            arrived += count;
            if (!take(bytes, count)) {
                leave();
                context.complete();
                return;
            }
        }
        if (!in.isFinished() && isLate()) {
            late();
            leave();
            context.complete();
        }
    }

    private boolean isLate() {
        return System.nanoTime() - start
                > deadline.plusSeconds(Math.min(arrived, MAX_PROLONGING) / LEAST_RATE)
                        .toNanos();
    }

    @Override
    public final void onAllDataRead() throws IOException {
        // also told when the last byte was the one too many
        if (leave()) {
            whole(context);
        }
    }

    @Override
    public final void onError(Throwable gone) {
        // the container says it once more, when it allows the request to be ended
    }

    @Override
    public final void onError(AsyncEvent event) {
        leave();
        context.complete();
    }

    @Override
    public final void onTimeout(AsyncEvent event) {
        leave();
        context.complete();
    }

    @Override
    public final void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public final void onStartAsync(AsyncEvent event) {
        // the route waits for its answer: that is not ours any more
    }

    private boolean leave() {
        if (over) {
            return false;
        }
        over = true;
        end();
        return true;
    }
}
