package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class PropagatingTransactedPolicyTest {

    private static final String WRITE = "direct:write";
    private static final String CALL = "direct:call";
    private static final String HOLD = "hold";
    private static final String FAIL = "fail";

    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private HikariDataSource writers;
    private JdbcClient jdbc;
    private WriteLane lane;

    @BeforeEach
    void start() throws Exception {
        String url = "sqlite:///" + folder.resolve("policy.db");
        writers = new DatabaseAutoConfiguration()
                .escrita(DatabaseUrl.parse(url), new DatabaseSettings(url, "FULL", "", false, false));
        jdbc = JdbcClient.create(writers);
        jdbc.sql("CREATE TABLE written (name TEXT)").update();
        lane = new WriteLane(
                new TransactionTemplate(new DataSourceTransactionManager(writers)), new SimpleMeterRegistry());
        camel.getRegistry().bind("policy", new PropagatingTransactedPolicy(lane));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(WRITE)
                        .errorHandler(noErrorHandler())
                        .transacted()
                        .process(PropagatingTransactedPolicyTest.this::write)
                        .filter(body().isEqualTo(FAIL))
                        .throwException(new IllegalStateException("after it was written"))
                        .end()
                        .setBody(simple("${body} was written"));

                from(CALL)
                        .errorHandler(noErrorHandler())
                        .transacted()
                        .process(PropagatingTransactedPolicyTest.this::write)
                        .to(WRITE);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        goOn.countDown();
        camel.stop();
        lane.destroy();
        writers.close();
    }

    @Test
    void theRouteGoesOnWithWhatWasMadeWithin() {
        assertThat(camel.createProducerTemplate().requestBody(WRITE, "a")).isEqualTo("a was written");
        assertThat(stored()).containsExactly("a");
    }

    @Test
    void aFailureGoesUpToWhoeverCalledAndIsUndone() {
        Exchange failed = ask(FAIL).join();

        assertThat(failed.getException()).hasMessage("after it was written");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whoHasBegunAndCallsAnotherDoesItInTheSameTransaction() {
        assertThat(camel.createProducerTemplate().requestBody(CALL, "a")).isEqualTo("a was written");
        assertThat(stored()).containsExactly("a", "a");

        Exchange failed = camel.createProducerTemplate()
                .send(CALL, exchange -> exchange.getMessage().setBody(FAIL));

        assertThat(failed.getException()).hasMessage("after it was written");
        assertThat(stored()).containsExactly("a", "a");
    }

    @Test
    void theCallersThreadGoesOnWhileItWaitsAndOneTooManyIsRefused() throws InterruptedException {
        CompletableFuture<Exchange> first = ask(HOLD);
        assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
        List<CompletableFuture<Exchange>> waiting =
                IntStream.range(0, WriteLane.ROOM).mapToObj(i -> ask("w")).toList();

        Exchange refused = ask("one more").join();

        assertThat(refused.getException()).isInstanceOf(RejectedExecutionException.class);
        assertThat(first).isNotDone();
        goOn.countDown();
        assertThat(Stream.concat(Stream.of(first), waiting.stream()).map(CompletableFuture::join))
                .allMatch(exchange -> exchange.getException() == null);
        assertThat(stored()).hasSize(WriteLane.ROOM + 1);
    }

    @Test
    void whoComesAfterItsEndIsToldSo() throws InterruptedException {
        lane.destroy();

        Exchange late = ask("late").orTimeout(1, TimeUnit.MINUTES).join();

        assertThat(late.getException()).isInstanceOf(TransactionException.class);
    }

    private CompletableFuture<Exchange> ask(String body) {
        try {
            var endpoint = camel.getEndpoint(WRITE);
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(body);
            var producer = endpoint.createAsyncProducer();
            producer.start();
            return producer.processAsync(exchange);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Exchange exchange) throws InterruptedException {
        String name = exchange.getMessage().getBody(String.class);
        if (name.equals(HOLD)) {
            held.countDown();
            goOn.await();
        }
        jdbc.sql("INSERT INTO written VALUES (?)").param(name).update();
    }

    private List<String> stored() {
        return jdbc.sql("SELECT name FROM written").query(String.class).list();
    }
}
