package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.platform.database.DatabaseSettings;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.SagaPropagation;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A saga whose log or whose own step breaks. */
class DurableSagaServiceTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger completions = new AtomicInteger();
    private static final SagaLog.OpenSaga BEGUN = new SagaLog.OpenSaga("s-1", "INICIADA", 0);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private Seal selo;
    private SingleConnectionDataSource database;
    private JdbcClient jdbc;
    private DurableSagaService sagas;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        database = new SingleConnectionDataSource("jdbc:sqlite:" + folder.resolve("sagas.db"), true);
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + folder.resolve("sagas.db"), null, null)
                .locations("classpath:db/viagens/sqlite")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        selo = Seal.of(DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve("sagas.db")));
        sagas = new DurableSagaService(log("a", false));
        camel.addService(sagas);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:saga")
                        .saga()
                        .propagation(SagaPropagation.REQUIRES_NEW)
                        .option("opcao", simple("${header.opcao.length}"))
                        .completion("direct:complete")
                        .compensation("direct:compensate")
                        .log("acts");
                from("direct:complete").process(exchange -> completions.incrementAndGet());
                from("direct:compensate").log("compensates");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        database.destroy();
    }

    @Test
    void anOptionThatCannotBeReadFailsItsCallerAndBeginsNothing() throws Exception {
        try (ProducerTemplate producer = camel.createProducerTemplate()) {
            // a number has no length
            Exchange failed = producer.asyncSend(
                            "direct:saga", exchange -> exchange.getMessage().setHeader("opcao", 1))
                    .get(10, TimeUnit.SECONDS);

            assertThat(failed.getException()).isNotNull();
        }
        assertThat(states()).isEmpty();
    }

    @Test
    void aLogThatCannotNoteTheEndDoesNotUndoTheDecision() throws Exception {
        jdbc.sql("""
                CREATE TRIGGER falha BEFORE UPDATE ON sagas WHEN NEW.situacao = 'CONCLUIDA'
                BEGIN SELECT RAISE(ABORT, 'disk full'); END""").update();

        call();

        assertThat(completions).hasValue(1);
        assertThat(states()).isEqualTo("CONCLUINDO");

        jdbc.sql("DROP TRIGGER falha").update();
        sagas.resume();
        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals("CONCLUIDA"));
    }

    @Test
    void aDecisionThatCannotBeNotedFailsItsCallerAndIsUndone() {
        jdbc.sql("""
                CREATE TRIGGER falha BEFORE UPDATE ON sagas WHEN NEW.situacao = 'CONCLUINDO'
                BEGIN SELECT RAISE(ABORT, 'disk full'); END""").update();

        assertThatThrownBy(this::call).hasStackTraceContaining("disk full");
        assertThat(completions).hasValue(0);

        sagas.resume();
        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals("COMPENSADA"));
    }

    @Test
    void ofSeveralProcessesNobodyTouchesWhatIsAnothersWhileThatOneIsThere() {
        SagaLog a = log("a", true);
        SagaLog b = log("b", true);
        a.begin("s-1", "direct:complete", "direct:compensate", Map.of());

        assertThat(b.due()).isEmpty();
        assertThat(b.attempt(BEGUN, Duration.ZERO)).isFalse();
        assertThat(b.abandon("s-1")).isFalse();
        assertThat(a.due()).hasSize(1);
    }

    @Test
    void whatAProcessLeavesIsAnothersAndTheFirstOneDecidesNothingMoreOfIt() {
        SagaLog a = log("a", true);
        SagaLog b = log("b", true);
        a.begin("s-1", "direct:complete", "direct:compensate", Map.of());
        jdbc.sql("UPDATE processos SET ate = 0 WHERE id = 'a'").update();

        // as if the database had only just come back, and a not said yet that it is there
        assertThat(b.due()).isEmpty();
        nanos.addAndGet(Processos.PRAZO.toNanos());
        assertThat(b.due()).isEmpty();
        nanos.addAndGet(-1);
        processoDe(b).estar();
        nanos.addAndGet(1);
        assertThat(b.due()).hasSize(1);
        assertThat(b.attempt(BEGUN, Duration.ZERO)).isTrue();

        // it had only stood still
        log("a", true);
        assertThat(a.decideToComplete("s-1")).isFalse();
        assertThat(a.attempt(BEGUN, Duration.ZERO)).isFalse();
        assertThat(b.abandon("s-1")).isTrue();
    }

    @Test
    void oneWithAnotherKeyThanThatOfTheOthersDoesNotStart() throws Exception {
        log("a", true);
        selo = Seal.of(DatabaseUrl.parse("jdbc:sqlite:"));

        assertThatThrownBy(() -> log("b", true)).isInstanceOf(PartidaRecusada.class);
    }

    @Test
    void aProcessThatIsAloneGoesOnAtOnceWithWhatItFinds() {
        log("before", false).begin("s-1", "direct:complete", "direct:compensate", Map.of());

        sagas.resume();

        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals("COMPENSADA"));
    }

    @Test
    void whoMeasuresIsToldSinceWhenTheOldestIsOpen() {
        SagaLog a = log("a", false);
        assertThat(secondsOpen()).isZero();

        a.begin("s-1", "direct:complete", "direct:compensate", Map.of());
        a.begin("s-2", "direct:complete", "direct:compensate", Map.of());
        String anHourAgo = Instant.now().minus(Duration.ofHours(1)).toString();
        jdbc.sql("UPDATE sagas SET criada_em = ? WHERE id = 's-1'")
                .param(anHourAgo)
                .update();
        assertThat(secondsOpen()).isBetween(3_600.0, 3_660.0);

        a.abandon("s-1");
        a.compensated("s-1");
        assertThat(secondsOpen()).isLessThan(60);
    }

    @Test
    void whatIsInVainIsTriedLessAndLessOften() {
        assertThat(IntStream.range(0, 9).mapToObj(DurableSagaService::waitAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(DurableSagaService.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(60));
    }

    private SagaLog log(String process, boolean replicas) {
        Duration any = Duration.ofSeconds(1);
        Processos processos = new Processos(
                new DatabaseSettings("jdbc:sqlite:", "FULL", "", true, replicas),
                new MqttSettings("tcp://127.0.0.1:1", process, "", "", any, any, any),
                selo,
                jdbc,
                nanos::get);
        processos.afterPropertiesSet();
        return new SagaLog(
                DatabaseUrl.parse("jdbc:sqlite:"),
                database,
                jdbc,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                processos,
                meters,
                Clock.systemUTC());
    }

    private static Processos processoDe(SagaLog log) {
        return (Processos) ReflectionTestUtils.getField(log, "processos");
    }

    private double secondsOpen() {
        return meters.get("recarga.sagas.mais.antiga").timeGauge().value(TimeUnit.SECONDS);
    }

    private void call() throws Exception {
        try (ProducerTemplate producer = camel.createProducerTemplate()) {
            producer.sendBodyAndHeader("direct:saga", null, "opcao", "text");
        }
    }

    private String states() {
        return String.join(
                " ", jdbc.sql("SELECT situacao FROM sagas").query(String.class).list());
    }
}
