package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An answer that the container does not take at once. */
class HttpAnswerTest {

    private static final byte[] LARGE = new byte[100_000];

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Container container = new Container();
    private final MockHttpServletResponse response = new MockHttpServletResponse() {
        @Override
        public ServletOutputStream getOutputStream() {
            return container;
        }
    };

    @BeforeEach
    void async() {
        request.setAsyncSupported(true);
    }

    @Test
    void goesOnWhenTheReaderTakesMoreAndEndsOnceAllIsTaken() throws IOException {
        send(Duration.ofMinutes(1));

        while (request.isAsyncStarted()) {
            container.room = 20_000;
            container.listener.onWritePossible();
        }

        assertThat(container.taken.toByteArray()).isEqualTo(LARGE);
        assertThat(response.getContentLength()).isEqualTo(LARGE.length);
    }

    @Test
    void isGivenUpIfTheReaderTakesTooLong() throws IOException {
        send(Duration.ZERO);
        container.room = 20_000;

        // the container ends what fails, without waiting for the rest to be taken
        assertThatThrownBy(container.listener::onWritePossible).isInstanceOf(IOException.class);
        assertThat(request.isAsyncStarted()).isTrue();
    }

    private void send(Duration patience) throws IOException {
        HttpAnswer answer = new HttpAnswer(request, response, Duration.ofMinutes(1), patience);
        answer.getOutputStream().write(LARGE);
        answer.send();
    }

    private static final class Container extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private WriteListener listener;

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            this.listener = listener;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            room -= length;
            taken.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            room = 0;
        }
    }
}
