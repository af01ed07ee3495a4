package br.com.recarga.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * An answer of server-sent events that lasts for as long as its reader stays: a route leaves one as its body, and whoever
 * keeps it sends through it from then on. No thread belongs to it, and nobody who sends waits: what the reader has not taken
 * yet is kept, up to {@value #MAX_PENDING} events, and a reader who takes less than that is cut off.
 */
public final class EventStream {

    /** How many events may wait for the reader. */
    public static final int MAX_PENDING = 1024;

    private final Queue<byte[]> pending = new ArrayDeque<>();
    private final Consumer<EventStream> onEnd;
    private AsyncContext context;
    private ServletOutputStream out;
    /** The container has said that it takes something. */
    private boolean started;

    /** It takes nothing until it says so again. */
    private boolean blocked;

    private boolean unflushed;
    private boolean ended;

    /** @param onEnd told once that nothing that is sent from now on arrives, on whichever thread finds that out */
    public EventStream(Consumer<EventStream> onEnd) {
        this.onEnd = onEnd;
    }

    /** What is sent before is not lost. To be called on the thread that serves the request. */
    synchronized void open(AsyncContext request) throws IOException {
        HttpServletResponse response = (HttpServletResponse) request.getResponse();
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // nginx would gather events until they fill a page
        response.setHeader("X-Accel-Buffering", "no");
        context = request;
        // a stream has no deadline; a reader that is gone is noticed at the next heartbeat
        context.setTimeout(0);
        Container container = new Container();
        context.addListener(container);
        out = response.getOutputStream();
        out.setWriteListener(container);
    }

    /**
     * Sends what is an event, or several, already spelled as the format wants it; returns at once. Nothing happens if the
     * stream has ended.
     */
    public synchronized void send(byte[] event) {
        if (ended) {
            return;
        }
        if (pending.size() >= MAX_PENDING) {
            end();
            return;
        }
        pending.add(event);
        try {
            drain();
        } catch (IOException | IllegalStateException gone) {
            // the container knows it too, and ends the answer on a thread of its own
            leave();
        }
    }

    /** Ends the answer; what still waits for the reader is dropped. */
    public synchronized void end() {
        // a blocked one is completed once the container says that the last write is over, or that it has waited long
        // enough: completing it now would keep one of its threads waiting
        if (leave() && !blocked) {
            complete(context);
        }
    }

    /** @return whether it has not been left before */
    private boolean leave() {
        if (ended) {
            return false;
        }
        ended = true;
        pending.clear();
        onEnd.accept(this);
        return true;
    }

    private void drain() throws IOException {
        while (started && (unflushed || !pending.isEmpty()) && ready()) {
            byte[] next = pending.poll();
            if (next == null) {
                unflushed = false;
                out.flush();
                // what a flush could not send lies with the container, which goes on with it only if it was asked
                ready();
            } else {
                unflushed = true;
                out.write(next);
            }
        }
    }

    /** The container calls again only whom it has told that it is not ready. */
    private boolean ready() {
        blocked = !out.isReady();
        return !blocked;
    }

    private static void complete(AsyncContext opened) {
        try {
            if (opened != null) {
                opened.complete();
            }
        } catch (IllegalStateException completedAlready) {
            // the container has found out first that the reader is gone
        }
    }

    /** What the container says, on its own threads. */
    private final class Container implements WriteListener, AsyncListener {

        @Override
        public void onWritePossible() throws IOException {
            synchronized (EventStream.this) {
                started = true;
                blocked = false;
                if (ended) {
                    complete(context);
                } else {
                    drain();
                }
            }
        }

        @Override
        public void onError(Throwable gone) {
            over();
        }

        @Override
        public void onError(AsyncEvent event) {
            over();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            over();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            synchronized (EventStream.this) {
                leave();
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // nobody starts it again
        }

        private void over() {
            synchronized (EventStream.this) {
                leave();
                complete(context);
            }
        }
    }
}
