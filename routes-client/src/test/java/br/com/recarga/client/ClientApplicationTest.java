package br.com.recarga.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.database.DatabaseCommand;
import br.com.recarga.platform.database.DatabaseInUse;
import br.com.recarga.platform.database.DatabaseLock;
import br.com.recarga.platform.database.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClientApplicationTest {

    @Test
    void aDatabaseThatIsInUseStopsTheStartAndSaysSo(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("client1.db");
        try (DatabaseLock first = DatabaseLock.take(DatabaseUrl.parse(url))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> ClientApplication.application()
                            .run("--DATABASE_URL=" + url, "--server.port=0", "--management.server.port=-1"))
                    .hasRootCauseInstanceOf(DatabaseInUse.class);
        }

        assertThat(output)
                .contains("client1.db já está em uso por outro processo")
                .doesNotContain("\tat br.com");
    }

    @Test
    void theLogOfTripsIsCopiedAndPutBackByTheSameCommands(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        Path database = folder.resolve("client1.db");
        String url = "jdbc:sqlite:" + database;
        String option = "--DATABASE_URL=" + url;
        Path copy = folder.resolve("copia.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("db/viagens/sqlite")
                .load()
                .migrate();

        assertThat(DatabaseCommand.run(ClientApplication.CONFIG_NAME, "copiar", copy.toString(), option))
                .isZero();
        Files.delete(database);
        assertThat(DatabaseCommand.run(ClientApplication.CONFIG_NAME, "restaurar", copy.toString(), option))
                .isZero();

        assertThat(copy).hasSameBinaryContentAs(database);
        try (DatabaseLock running = DatabaseLock.take(DatabaseUrl.parse(url))) {
            assertThat(running).isNotNull();
            assertThat(DatabaseCommand.run(ClientApplication.CONFIG_NAME, "restaurar", copy.toString(), option))
                    .isEqualTo(1);
        }
        assertThat(output.getErr()).contains("client1.db já está em uso por outro processo");
    }

    @Test
    void aClientIdThatIsNoTopicLevelStopsTheStartAndSaysWhy(CapturedOutput output) {
        assertThatThrownBy(() -> ClientApplication.application().run("--MQTT_CLIENT_ID=a/b"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("recarga.clientId")
                .contains("Value: \"a/b\"")
                .contains("deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado");
    }
}
