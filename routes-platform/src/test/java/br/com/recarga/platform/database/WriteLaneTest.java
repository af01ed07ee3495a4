package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class WriteLaneTest {

    private static final int MANY = 10_000;

    @TempDir
    private Path folder;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<OneWrite> writes = new ArrayList<>();

    private String url;
    private HikariDataSource writers;
    private HikariDataSource readers;
    private JdbcClient jdbc;
    private CountedCommits transactions;
    private WriteLane lane;

    @BeforeEach
    void open() throws IOException {
        DatabaseUrl database = DatabaseUrl.parse("sqlite:///" + folder.resolve("lane.db"));
        DatabaseSettings settings = new DatabaseSettings(url, "FULL", "", false, false);
        DatabaseAutoConfiguration configuration = new DatabaseAutoConfiguration();
        url = database.jdbc();
        writers = configuration.escrita(database, settings);
        readers = configuration.leitura(database, settings);
        jdbc = JdbcClient.create(writers);
        jdbc.sql("CREATE TABLE written (name TEXT PRIMARY KEY, content TEXT)").update();
        jdbc.sql("CREATE TABLE children (parent TEXT REFERENCES written (name) DEFERRABLE INITIALLY DEFERRED)")
                .update();
        transactions = new CountedCommits(writers);
        lane = new WriteLane(new TransactionTemplate(transactions), new SimpleMeterRegistry());
    }

    @AfterEach
    void close() throws InterruptedException {
        goOn.countDown();
        lane.destroy();
        readers.close();
        writers.close();
    }

    @Test
    void aLoneOneIsWrittenWithoutWaitingForOthers() {
        enter("alone");

        assertThat(ended()).containsExactly("alone written");
        assertThat(transactions.commits).isEqualTo(1);
    }

    @Test
    void aLoneOneThatIsRefusedLeavesNothing() {
        enter(new OneWrite("refused") {
            @Override
            public boolean run() {
                super.run();
                return false;
            }
        });
        ended();
        enter("after");
        ended();

        assertThat(stored()).containsExactly("after");
        assertThat(transactions.commits).isEqualTo(1);
    }

    @Test
    void aLoneOneThatThrowsHearsOfItAndLeavesNothing() {
        enter(new OneWrite("thrown") {
            @Override
            public boolean run() {
                super.run();
                throw new IllegalStateException("a fault");
            }
        });

        assertThat(ended()).containsExactly("thrown a fault");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatWaitsIsWrittenInItsOrderByOneCommit() throws InterruptedException {
        hold();
        IntStream.range(0, WriteLane.GROUP).forEach(i -> enter("w-" + i));
        int before = transactions.commits;

        goOn.countDown();
        ended();

        assertThat(transactions.commits - before)
                .as("that of the one who held, and one")
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT name FROM written ORDER BY rowid")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(
                        writes.stream().map(write -> write.name).toList());
    }

    @Test
    void nobodyGoesOnBeforeAllOfHisGroupIsCommitted() throws InterruptedException {
        hold();
        enter("first");
        enter("last");

        goOn.countDown();
        ended();

        // as another connection sees it
        assertThat(writes.subList(1, 3)).allMatch(write -> write.seen.containsAll(List.of("first", "last")));
    }

    @Test
    void oneThatFailsTakesBackOnlyWhatItDidItself() throws InterruptedException {
        hold();
        enter("before");
        enter(new OneWrite("refused") {
            @Override
            public boolean run() {
                super.run();
                return false;
            }
        });
        enter(new OneWrite("thrown") {
            @Override
            public boolean run() {
                super.run();
                throw new IllegalStateException("a fault");
            }
        });
        enter("after");

        goOn.countDown();

        assertThat(ended()).contains("before written", "thrown a fault", "after written");
        assertThat(stored()).containsExactlyInAnyOrder("held", "before", "after");
    }

    @Test
    void whoeverOffendsAgainstARuleOfTheDatabaseHarmsNobodyElse() throws InterruptedException {
        hold();
        enter("twice");
        enter("twice");
        enter("after");

        goOn.countDown();
        ended();

        assertThat(writes.get(1).failure).isNull();
        assertThat(writes.get(2).failure).isInstanceOf(DataAccessException.class);
        assertThat(writes.get(3).failure).isNull();
        assertThat(stored()).containsExactlyInAnyOrder("held", "twice", "after");
    }

    @Test
    void aCommitThatFailsFailsAllOfItsGroupAndNoOther() throws InterruptedException {
        hold();
        enter("a");
        enter(new OneWrite("orphan") {
            @Override
            public boolean run() {
                // only the commit looks at it
                jdbc.sql("INSERT INTO children VALUES ('nobody')").update();
                return true;
            }
        });

        goOn.countDown();
        ended();

        assertThat(writes.get(0).failure).isNull();
        assertThat(writes.subList(1, 3)).allMatch(write -> write.failure != null);
        assertThat(stored()).containsExactly("held");
        enter("next");
        ended();
        assertThat(stored()).containsExactlyInAnyOrder("held", "next");
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfAGroupLeavesNothingHalf() throws InterruptedException {
        int pages = jdbc.sql("PRAGMA page_count").query(Integer.class).single();
        jdbc.sql("PRAGMA max_page_count = " + (pages + 2)).query().singleRow();
        hold();
        enter("fits");
        enter(new OneWrite("too large", "x".repeat(100_000)));
        enter("after");

        goOn.countDown();
        ended();

        assertThat(writes.get(2).failure).isNotNull();
        assertToldAsStored();
        enter("next");
        ended();
        assertThat(stored()).contains("next");
    }

    @Test
    void aDatabaseThatIsLockedFailsAGroupAndTheNextIsWritten() throws SQLException {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            enter("a");
            enter("b");

            ended();

            assertThat(writes)
                    .allMatch(write -> write.failure instanceof TransactionException
                            || write.failure instanceof DataAccessException);
            statement.execute("ROLLBACK");
        }
        enter("next");
        ended();
        assertThat(stored()).containsExactly("next");
    }

    @Test
    void oneTooManyIsRefusedAtOnce() throws InterruptedException {
        hold();

        long entered = IntStream.range(0, MANY).filter(i -> enters("w-" + i)).count();

        assertThat(entered).isEqualTo(WriteLane.ROOM);
        assertThatThrownBy(() -> lane.enter(new OneWrite("one more"))).isInstanceOf(RejectedExecutionException.class);
        goOn.countDown();
        ended();
        assertThat(stored()).hasSize(WriteLane.ROOM + 1);
    }

    @Test
    void whatWaitsWhenItEndsIsWritten() throws InterruptedException {
        hold();
        IntStream.range(0, 3 * WriteLane.GROUP).forEach(i -> enter("w-" + i));
        goOn.countDown();

        lane.destroy();

        assertThat(stored()).hasSize(3 * WriteLane.GROUP + 1);
        assertThat(writes).allMatch(write -> write.end.isDone());
        assertThatThrownBy(() -> lane.enter(new OneWrite("late"))).isInstanceOf(CannotCreateTransactionException.class);
    }

    /** Until {@link #goOn}, one is being written. */
    private void hold() throws InterruptedException {
        enter(new OneWrite("held") {
            @Override
            public boolean run() {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.run();
            }
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void enter(String name) {
        enter(new OneWrite(name));
    }

    private void enter(OneWrite write) {
        lane.enter(write);
        writes.add(write);
    }

    private boolean enters(String name) {
        try {
            enter(name);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private List<String> ended() {
        await().until(() -> writes.stream().allMatch(write -> write.end.isDone()));
        return writes.stream()
                .map(write -> write.name + " " + (write.failure == null ? "written" : write.failure.getMessage()))
                .toList();
    }

    private List<String> stored() {
        return jdbc.sql("SELECT name FROM written").query(String.class).list();
    }

    private void assertToldAsStored() {
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(writes.stream()
                        .filter(write -> write.failure == null)
                        .map(write -> write.name)
                        .toList());
    }

    private class OneWrite implements WriteLane.Write {

        private final String name;
        private final String content;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile Throwable failure;
        private volatile List<String> seen;

        OneWrite(String name) {
            this(name, "");
        }

        OneWrite(String name, String content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public boolean run() {
            jdbc.sql("INSERT INTO written VALUES (?, ?)").params(name, content).update();
            return true;
        }

        @Override
        public void failed(Throwable why) {
            failure = failure == null ? why : failure;
        }

        @Override
        public void goOn() {
            seen = JdbcClient.create(readers)
                    .sql("SELECT name FROM written")
                    .query(String.class)
                    .list();
            end.complete(null);
        }
    }

    private static final class CountedCommits extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        private volatile int commits;

        CountedCommits(HikariDataSource dataSource) {
            super(dataSource);
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread commits
        protected void doCommit(DefaultTransactionStatus status) {
            commits++;
            super.doCommit(status);
        }
    }
}
