package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a stream asks of its container, which is as strict here as the specification allows it to be. */
class EventStreamWriteTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final EventStream stream = new EventStream(self -> ends.incrementAndGet());
    private final Container container = new Container();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fluxo");

    @BeforeEach
    void open() throws IOException {
        request.setAsyncSupported(true);
        stream.open(request.startAsync(request, new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return container;
            }
        }));
        container.listener.onWritePossible();
    }

    @Test
    void whatAFlushHasLeftBehindGoesOutWithoutAnotherEvent() throws IOException {
        container.full = true;
        send("um");
        assertThat(container.arrived()).isEmpty();

        container.drained();

        assertThat(container.arrived()).isEqualTo("um");
    }

    @Test
    void whatIsSentMeanwhileFollowsInOrder() throws IOException {
        container.full = true;
        send("um");
        send("dois");
        send("três");
        container.drained();

        assertThat(container.arrived()).isEqualTo("umdoistrês");
    }

    @Test
    void aStreamThatEndsIsCompletedOnlyWhenItsLastFlushIsOver() throws IOException {
        container.full = true;
        send("um");
        stream.end();
        assertThat(ends).hasValue(1);
        assertThat(request.isAsyncStarted()).isTrue();

        container.drained();

        assertThat(container.arrived()).isEqualTo("um");
        assertThat(request.isAsyncStarted()).isFalse();
        assertThat(ends).hasValue(1);
    }

    @Test
    void aStreamOfWhichNothingWaitsIsCompletedAtOnce() {
        send("um");
        stream.end();

        assertThat(container.arrived()).isEqualTo("um");
        assertThat(request.isAsyncStarted()).isFalse();
    }

    private void send(String text) {
        stream.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As Tomcat: what it could not send it keeps, and goes on with it only if it has been asked whether it is ready. */
    private static final class Container extends ServletOutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean full;
        private boolean blocked;
        private boolean asked;

        String arrived() {
            return sent.toString(StandardCharsets.UTF_8);
        }

        /** The reader has taken what lay before it. */
        void drained() throws IOException {
            full = false;
            if (asked) {
                asked = false;
                blocked = false;
                push();
                listener.onWritePossible();
            }
        }

        @Override
        public boolean isReady() {
            asked |= blocked;
            return !blocked;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {
            listener = writeListener;
        }

        @Override
        public void write(int octet) {
            onlyIfReady();
            kept.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            onlyIfReady();
            kept.write(octets, from, length);
        }

        @Override
        public void flush() throws IOException {
            onlyIfReady();
            blocked = full;
            if (!blocked) {
                push();
            }
        }

        private void push() throws IOException {
            kept.writeTo(sent);
            kept.reset();
        }

        private void onlyIfReady() {
            if (blocked) {
                throw new IllegalStateException("not ready");
            }
        }
    }
}
