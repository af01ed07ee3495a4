package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLockTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneHasItAtATime() throws IOException {
        DatabaseUrl url = url();
        try (DatabaseLock first = DatabaseLock.take(url)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DatabaseLock.take(url))
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining("client1.db já está em uso");
        }
        assertThatCode(() -> DatabaseLock.take(url).close()).doesNotThrowAnyException();
    }

    @Test
    void itEndsWithItsProcessHoweverThatEnds() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        folder.resolve("client1.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("taken");
            assertThatThrownBy(() -> DatabaseLock.take(url())).isInstanceOf(DatabaseInUse.class);
        } finally {
            other.destroyForcibly();
        }

        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThatCode(() -> DatabaseLock.take(url()).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db:5432/client1", "jdbc:sqlite::memory:"})
    void whatIsNoFileIsNotLocked(String url) throws IOException {
        DatabaseUrl database = DatabaseUrl.parse(url);
        try (DatabaseLock first = DatabaseLock.take(database);
                DatabaseLock second = DatabaseLock.take(database)) {
            assertThat(first).isNotSameAs(second);
        }
    }

    private DatabaseUrl url() {
        return DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve("client1.db"));
    }

    /** The other process. */
    static final class Holder {

        public static void main(String[] database) throws Exception {
            DatabaseLock.take(DatabaseUrl.parse("jdbc:sqlite:" + database[0]));
            System.out.println("taken");
            // until it is killed, or the test has ended without that
            System.in.read();
        }
    }
}
