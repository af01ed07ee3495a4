package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An answer that the container does not take at once. */
class HttpAnswerTest {

    private static final byte[] LARGE = new byte[100_000];

    private final Queue<Runnable> started = new ArrayDeque<>();
    private final MockHttpServletRequest request = new MockHttpServletRequest() {
        @Override
        public AsyncContext startAsync(ServletRequest asked, ServletResponse answered) {
            super.startAsync(asked, answered);
            MockAsyncContext context = new MockAsyncContext(asked, answered) {
                @Override
                public void start(Runnable task) {
                    if (timedOut) {
                        throw new IllegalStateException("timing out");
                    }
                    started.add(task);
                }
            };
            setAsyncContext(context);
            return context;
        }
    };
    private boolean timedOut;
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
        send(answer(Duration.ofMinutes(1)));
        started.remove().run();

        while (request.isAsyncStarted()) {
            container.room = 20_000;
            container.listener.onWritePossible();
        }

        assertThat(container.taken.toByteArray()).isEqualTo(LARGE);
        assertThat(response.getContentLength()).isEqualTo(LARGE.length);
    }

    @Test
    void isGivenUpIfTheReaderTakesTooLong() throws IOException {
        send(answer(Duration.ZERO));
        started.remove().run();
        container.room = 20_000;

        // the container ends what fails, without waiting for the rest to be taken
        assertThatThrownBy(container.listener::onWritePossible).isInstanceOf(IOException.class);
        assertThat(request.isAsyncStarted()).isTrue();
    }

    @Test
    void waitsForTheReaderAsSoonAsItFillsTheBuffer() {
        HttpAnswer answer = answer(Duration.ofMinutes(1));

        answer.give(() -> answer.getOutputStream().write(new byte[response.getBufferSize()]));

        assertThat(container.taken.size()).isZero();
        assertThat(started).hasSize(1);
    }

    @Test
    void saysThatItCouldNotBeWritten() throws IOException {
        HttpAnswer answer = answer(Duration.ofMinutes(1));

        answer.give(() -> {
            answer.getOutputStream().write('{');
            throw new IllegalArgumentException("half of it");
        });

        assertAnswered(500, Codigo.ERRO_INTERNO);
        assertThat(answer.give(() -> answer.getOutputStream().write('}'))).isFalse();
        assertAnswered(500, Codigo.ERRO_INTERNO);
    }

    @Test
    void saysSoAlsoIfOnlyItsSendingFails() throws IOException {
        HttpAnswer answer = answer(Duration.ofMinutes(1));
        container.broken = true;

        answer.give(() -> answer.getOutputStream().write('x'));

        assertAnswered(500, Codigo.ERRO_INTERNO);
    }

    @Test
    void hasNoOtherWordsForAnErrorThanTheContracts() throws IOException {
        HttpAnswer answer = answer(Duration.ofMinutes(1));

        answer.give(() -> answer.sendError(404, "segredo"));

        assertAnswered(404, Codigo.DADOS_INVALIDOS);
    }

    @Test
    void thatIsTooLateIsNotBegun() throws IOException {
        send(answer(Duration.ofMinutes(1)));

        events().onTimeout(null);

        assertAnswered(503, Codigo.SERVIDOR_INDISPONIVEL);
        started.remove().run();
        assertThat(container.listener).isNull();
    }

    @Test
    void isNotBegunForAReaderWhoHasGone() throws IOException {
        send(answer(Duration.ofMinutes(1)));

        events().onError(null);

        started.remove().run();
        assertThat(container.listener).isNull();
    }

    @Test
    void thatTheContainerDoesNotTakeAnyMoreIsOneOfNobody() throws IOException {
        HttpAnswer answer = answer(Duration.ofMinutes(1));
        timedOut = true;

        send(answer);

        assertAnswered(503, Codigo.SERVIDOR_INDISPONIVEL);
    }

    /** The container has the state of the request locked then, which whoever answers needs. */
    @Test
    void letsTheContainerEndItMeanwhile() {
        HttpAnswer answer = answer(Duration.ofMinutes(1));
        AtomicBoolean ended = new AtomicBoolean();

        answer.give(() -> {
            Future<?> end = CompletableFuture.runAsync(
                    () -> assertThatNoException().isThrownBy(() -> events().onComplete(null)));
            end.get(20, TimeUnit.SECONDS);
            ended.set(true);
        });

        assertThat(ended).isTrue();
        assertThat(answer.give(() -> answer.getOutputStream().write('x'))).isFalse();
    }

    private HttpAnswer answer(Duration patience) {
        return new HttpAnswer(request, response, Duration.ofMinutes(1), patience);
    }

    private static void send(HttpAnswer answer) {
        answer.give(() -> answer.getOutputStream().write(LARGE));
    }

    private AsyncListener events() {
        return ((MockAsyncContext) request.getAsyncContext()).getListeners().get(0);
    }

    private void assertAnswered(int status, Codigo codigo) throws IOException {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(ContractJson.mapper()
                        .readValue(container.taken.toByteArray(), Resposta.class)
                        .codigo())
                .isEqualTo(codigo);
        assertThat(response.getContentLength()).isEqualTo(container.taken.size());
        assertThat(request.isAsyncStarted()).isFalse();
    }

    private static final class Container extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private boolean broken;
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
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (broken) {
                broken = false;
                throw new IOException("broken");
            }
            room -= length;
            taken.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            room = 0;
        }
    }
}
