package br.com.recarga.client.sagas;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.database.DatabaseUrl;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The sagas in the client's database. Whether one may go on, and in which process, is decided by its row, in one guarded statement. */
@Repository
class SagaLog {

    private static final TypeReference<Map<String, Object>> OPTIONS = new TypeReference<>() {};

    /** A condition that holds: of a statement whose commit waits for the disk, as far as the connection says so. */
    private static final String WAITING = "TRUE";

    /** The same on PostgreSQL of one whose commit is on the disk in a moment, or with the next one that waits. */
    private static final String SOON = "set_config('synchronous_commit', 'off', TRUE) IS NOT NULL";

    private final DatabaseUrl url;
    private final String withoutWaiting;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Processos processos;
    private final Clock clock;
    private final Counter completed;
    private final Counter compensated;

    SagaLog(
            DatabaseUrl url,
            DataSource database,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Processos processos,
            MeterRegistry meters,
            Clock clock) {
        this.url = url;
        this.withoutWaiting = url.isSqlite() ? WAITING : SOON;
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.processos = processos;
        this.clock = clock;
        this.completed = ended(meters, "CONCLUIDA");
        this.compensated = ended(meters, "COMPENSADA");
        Gauge.builder("recarga.sagas.abertas", this, SagaLog::open)
                .description("Sagas que ainda não chegaram ao fim, em todos os processos deste registro")
                .register(meters);
        TimeGauge.builder("recarga.sagas.mais.antiga", this, TimeUnit.MILLISECONDS, SagaLog::oldestMs)
                .description(
                        "Há quanto tempo começou a mais antiga das que ainda não chegaram ao fim; 0 se não há nenhuma")
                .register(meters);
    }

    private static Counter ended(MeterRegistry meters, String end) {
        return Counter.builder("recarga.sagas")
                .description("Sagas levadas ao fim por este processo; uma viagem tem uma por tentativa")
                .tag("fim", end)
                .register(meters);
    }

    /**
     * Notes a step, and the saga with its first; once this returns, the saga will be carried to an end, also if this process is
     * killed. What the saga is about is noted after it, and takes it to the disk.
     */
    void begin(String id, String completion, String compensation, Map<String, Object> options) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            INSERT INTO sagas (id, dono, situacao, criada_em, alterada_em)
                            SELECT :id, :dono, 'INICIADA', :agora, :agora WHERE %s
                            ON CONFLICT (id) DO NOTHING""".formatted(withoutWaiting))
                    .param("id", id)
                    .param("dono", processos.id())
                    .param("agora", now())
                    .update();
            jdbc.sql("""
                            INSERT INTO saga_passos (saga_id, ordem, conclusao, compensacao, opcoes)
                            SELECT :id, COUNT(*), :conclusao, :compensacao, :opcoes FROM saga_passos WHERE saga_id = :id""")
                    .param("id", id)
                    .param("conclusao", completion)
                    .param("compensacao", compensation)
                    .param("opcoes", ContractJson.write(options))
                    .update();
        });
    }

    /**
     * The decision to complete; false if the saga is past it. It survives a power cut: it takes all that was committed before it
     * to the disk, and no other statement can come between, as the pool has one connection. PostgreSQL's commits are all like that,
     * but for those of this log that are made again if they are lost.
     */
    boolean decideToComplete(String id) {
        if (!url.isSqlite()) {
            return move(jdbc, WAITING, id, "CONCLUINDO", "INICIADA");
        }
        return Boolean.TRUE.equals(new JdbcTemplate(database).execute((ConnectionCallback<Boolean>) connection -> {
            JdbcClient here = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            here.sql("PRAGMA synchronous = FULL").update();
            try {
                return move(here, WAITING, id, "CONCLUINDO", "INICIADA");
            } finally {
                here.sql("PRAGMA synchronous = NORMAL").update();
            }
        }));
    }

    /** The decision to compensate, also of what could not be completed; false if the saga is past it. */
    boolean decideToCompensate(String id) {
        return move(jdbc, WAITING, id, "COMPENSANDO", "INICIADA", "CONCLUINDO");
    }

    /** The decision to compensate what nobody decided; false if somebody did. */
    boolean abandon(String id) {
        return move(jdbc, WAITING, id, "COMPENSANDO", "INICIADA");
    }

    void completed(String id) {
        if (move(jdbc, withoutWaiting, id, "CONCLUIDA", "CONCLUINDO")) {
            completed.increment();
        }
    }

    void compensated(String id) {
        if (move(jdbc, withoutWaiting, id, "COMPENSADA", "COMPENSANDO")) {
            compensated.increment();
        }
    }

    private int open() {
        return jdbc.sql("SELECT count(*) FROM sagas WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO')")
                .query(Integer.class)
                .single();
    }

    private long oldestMs() {
        return jdbc.sql("SELECT min(criada_em) FROM sagas WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO')")
                .query(String.class)
                .optional()
                .map(begun -> Duration.between(Instant.parse(begun), Instant.now(clock))
                        .toMillis())
                .orElse(0L);
    }

    /** Those that have not ended, have waited long enough, and are no other process's, the longest first. */
    List<OpenSaga> due() {
        return jdbc.sql("""
                        SELECT id, situacao, tentativas FROM sagas
                         WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO') AND coalesce(proxima_em, '') <= :agora
                           AND %s
                         ORDER BY coalesce(proxima_em, ''), id""".formatted(processos.livre()))
                .param("agora", now())
                .param("dono", processos.id())
                .query(OpenSaga.class)
                .list();
    }

    /**
     * Notes an attempt to end a saga, which is this process's from now on, and when the next one may begin.
     *
     * @return false if it has become another process's, or gone on
     */
    boolean attempt(OpenSaga saga, Duration wait) {
        return jdbc.sql("""
                        UPDATE sagas SET tentativas = tentativas + 1, proxima_em = :proxima, dono = :dono
                         WHERE id = :id AND situacao = :situacao AND %s""".formatted(processos.livre()))
                        .param("proxima", format(Instant.now(clock).plus(wait)))
                        .param("id", saga.id())
                        .param("situacao", saga.situacao())
                        .param("dono", processos.id())
                        .update()
                == 1;
    }

    /** Lets none of them wait any longer. */
    void hurry() {
        jdbc.sql("""
                        UPDATE sagas SET tentativas = 0, proxima_em = NULL
                         WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO') AND proxima_em IS NOT NULL""").update();
    }

    List<Step> steps(String id) {
        return jdbc.sql("""
                        SELECT conclusao, compensacao, opcoes, decidida
                          FROM sagas JOIN saga_passos ON saga_id = id WHERE id = :id ORDER BY ordem""")
                .param("id", id)
                .query((row, number) -> new Step(
                        row.getString("conclusao"),
                        row.getString("compensacao"),
                        ContractJson.read(row.getString("opcoes"), OPTIONS),
                        row.getBoolean("decidida")))
                .list();
    }

    /** Forgets sagas that ended longer ago than this. */
    void forget(Duration retention) {
        jdbc.sql("DELETE FROM sagas WHERE situacao IN ('CONCLUIDA', 'COMPENSADA') AND alterada_em < :antes")
                .param("antes", format(Instant.now(clock).minus(retention)))
                .update();
    }

    private boolean move(JdbcClient on, String disk, String id, String to, String... from) {
        return on.sql("""
                        UPDATE sagas SET situacao = :para, decidida = (decidida OR :para = 'CONCLUINDO'), alterada_em = :agora
                         WHERE id = :id AND dono = :dono AND situacao IN (:de) AND %s""".formatted(disk))
                        .param("para", to)
                        .param("agora", now())
                        .param("id", id)
                        .param("dono", processos.id())
                        .param("de", List.of(from))
                        .update()
                == 1;
    }

    private String now() {
        return format(Instant.now(clock));
    }

    private static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /**
     * A saga that has not ended.
     *
     * @param tentativas how often it was tried in vain
     */
    record OpenSaga(String id, String situacao, int tentativas) {}

    /**
     * A step; either endpoint may be null.
     *
     * @param decided whether it was ever decided to complete its saga
     */
    record Step(String completion, String compensation, Map<String, Object> options, boolean decided) {}
}
