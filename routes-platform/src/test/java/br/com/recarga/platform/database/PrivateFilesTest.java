package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void whereFilesHaveRights() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void foldersThatAreMadeAreTheirOwnersAloneAndThoseThatAreThereStayAsTheyAre() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.folder(folder.resolve("a/b"));

        assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void aDatabaseAndAllThatSqliteKeepsBesideItIsItsOwnersAlone() throws Exception {
        Path database = folder.resolve("server1.db");
        DatabaseUrl url = DatabaseUrl.parse("sqlite:///" + database);

        url.keepFromOthers();
        try (DatabaseLock lock = DatabaseLock.take(url);
                Connection connection = DriverManager.getConnection(url.jdbc());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE carros (placa TEXT)");

            for (String suffix : new String[] {"", "-wal", "-shm", ".lock"}) {
                assertThat(rights(folder.resolve("server1.db" + suffix)))
                        .as("server1.db" + suffix)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void whatAFormerVersionLeftOpenIsClosed() throws Exception {
        Path database = Files.writeString(folder.resolve("server1.db"), "");
        Path log = Files.writeString(folder.resolve("server1.db-wal"), "");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-r--"));

        DatabaseUrl.parse("sqlite:///" + database).keepFromOthers();

        assertThat(rights(database)).isEqualTo("rw-------");
        assertThat(rights(log)).isEqualTo("rw-------");
    }

    @Test
    void aDatabaseThatIsNoFileMakesNone() throws Exception {
        DatabaseUrl.parse("jdbc:sqlite::memory:").keepFromOthers();
        DatabaseUrl.parse("jdbc:postgresql://db:5432/server1").keepFromOthers();

        assertThat(folder).isEmptyDirectory();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
