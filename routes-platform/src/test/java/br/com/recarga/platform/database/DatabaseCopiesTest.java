package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopiesTest {

    @TempDir
    private Path folder;

    private Path database;
    private Path copy;
    private DatabaseCopies copies;

    @BeforeEach
    void make() throws IOException, SQLException {
        database = folder.resolve("server1.db");
        copy = folder.resolve("copia.db");
        migration("ours", "V1__coisas.sql", "CREATE TABLE coisas (nome TEXT PRIMARY KEY) STRICT");
        migrate(database, "ours");
        copies = new DatabaseCopies(DatabaseUrl.parse("jdbc:sqlite:" + database), location("ours"));
        run(database, "PRAGMA journal_mode = WAL", "INSERT INTO coisas VALUES ('antes')");
    }

    @Test
    void aCopyHasWhatLiesInTheLogWhichTheFileAloneHasNot() throws Exception {
        try (Connection open = open(database);
                Statement statement = open.createStatement()) {
            statement.execute("INSERT INTO coisas VALUES ('agora')");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO coisas VALUES ('incerto')");

            copies.copy(copy);

            Path plain = Files.copy(database, folder.resolve("so-o-arquivo.db"));
            assertThat(names(plain)).doesNotContain("agora");
            statement.execute("COMMIT");
        }
        assertThat(names(copy)).containsExactly("agora", "antes");
    }

    @Test
    void aCopyIsItsOwnersAloneAndNothingElseIsLeft() throws Exception {
        copies.copy(copy);

        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files()).containsExactly("copia.db", "server1.db");
    }

    @Test
    void aCopyIsWrittenOverNothing() throws Exception {
        Files.writeString(copy, "outra coisa");

        assertThatThrownBy(() -> copies.copy(copy))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("já existe");

        assertThat(copy).hasContent("outra coisa");
        assertThat(files()).containsExactly("copia.db", "server1.db");
    }

    @Test
    void whereThereIsNoDatabaseNoneIsMade() throws Exception {
        Path absent = folder.resolve("server2.db");
        DatabaseCopies none = new DatabaseCopies(DatabaseUrl.parse("jdbc:sqlite:" + absent), location("ours"));

        assertThatThrownBy(() -> none.copy(copy))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("Não há banco");
        assertThatThrownBy(() -> copies.restore(absent))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("Não há cópia");

        assertThat(files()).containsExactly("server1.db");
    }

    @Test
    void aDatabaseThatIsNoFileHasNoCopies() {
        assertThatThrownBy(() -> new DatabaseCopies(DatabaseUrl.parse("jdbc:sqlite::memory:"), location("ours")))
                .isInstanceOf(CopyRefused.class);
    }

    @Test
    void aRestoredCopyIsWhatWasCopiedAndTheFormerDatabaseIsKept() throws Exception {
        copies.copy(copy);
        run(database, "INSERT INTO coisas VALUES ('depois')");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r-----"));

        Path former = copies.restore(copy).orElseThrow();

        assertThat(names(database)).containsExactly("antes");
        assertThat(names(former)).containsExactly("antes", "depois");
        assertThat(names(copy)).containsExactly("antes");
        assertThat(Files.getPosixFilePermissions(database)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Files.getPosixFilePermissions(former)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(files())
                .containsExactly("copia.db", "server1.db", former.getFileName().toString(), "server1.db.lock");
    }

    @Test
    void whatTheSuperuserRestoresStaysTheProcessesOwn() throws Exception {
        assumeThat(Files.getOwner(folder).getName()).isEqualTo("root");
        copies.copy(copy);
        UserPrincipal process =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(database, process);

        copies.restore(copy);

        assertThat(Files.getOwner(database)).isEqualTo(process);
    }

    @Test
    void noCopyIsMadeInAFolderThatIsNotThere() {
        Path nowhere = folder.resolve("nenhuma/copia.db");

        assertThatThrownBy(() -> copies.copy(nowhere))
                .isInstanceOf(CopyRefused.class)
                .hasMessage("A pasta %s não existe", nowhere.getParent());
    }

    @Test
    void aCopyIsRestoredWhereThereIsNoDatabase() throws Exception {
        copies.copy(copy);
        Path other = folder.resolve("outra/pasta/server1.db");

        assertThat(new DatabaseCopies(DatabaseUrl.parse("jdbc:sqlite:" + other), location("ours")).restore(copy))
                .isEmpty();

        assertThat(names(other)).containsExactly("antes");
        assertThat(Files.getPosixFilePermissions(other)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aDamagedDatabaseIsKeptWithItsLog() throws Exception {
        copies.copy(copy);
        Files.writeString(database, "nada que se leia, e mais do que um cabeçalho: ".repeat(20));
        Files.writeString(folder.resolve("server1.db-wal"), "resto");

        Path former = copies.restore(copy).orElseThrow();

        assertThat(names(database)).containsExactly("antes");
        assertThat(former).content().startsWith("nada que se leia");
        assertThat(former.resolveSibling(former.getFileName() + "-wal")).hasContent("resto");
    }

    @Test
    void nothingIsRestoredUnderWhoeverHasTheDatabase() throws Exception {
        copies.copy(copy);
        run(database, "INSERT INTO coisas VALUES ('depois')");

        try (DatabaseLock server = DatabaseLock.take(DatabaseUrl.parse("jdbc:sqlite:" + database))) {
            assertThat(server).isNotNull();
            assertThatThrownBy(() -> copies.restore(copy)).isInstanceOf(DatabaseInUse.class);
        }
        // somebody who knows of no lock of ours, such as SQLite's own shell
        try (Connection open = open(database);
                Statement statement = open.createStatement()) {
            statement.executeQuery("SELECT 1 FROM coisas").close();
            assertThatThrownBy(() -> copies.restore(copy)).isInstanceOf(DatabaseInUse.class);
        }

        assertThat(names(database)).containsExactly("antes", "depois");
        assertThat(files()).containsExactly("copia.db", "server1.db", "server1.db.lock");
    }

    @Test
    void whatIsNoSoundCopyIsNotRestored() throws Exception {
        copies.copy(copy);
        byte[] bytes = Files.readAllBytes(copy);
        Path text = Files.writeString(folder.resolve("texto.db"), "isto não é um banco".repeat(100));
        Path half = Files.write(folder.resolve("metade.db"), Arrays.copyOf(bytes, bytes.length / 2));
        Path empty = Files.createFile(folder.resolve("vazio.db"));
        Path halfOfALog = folder.resolve("metade-wal.db");
        migrate(halfOfALog, "ours");
        run(halfOfALog, "PRAGMA journal_mode = WAL");
        byte[] withLog = Files.readAllBytes(halfOfALog);
        Files.write(halfOfALog, Arrays.copyOf(withLog, withLog.length / 2));

        for (Path bad : List.of(text, half, empty, halfOfALog)) {
            assertThatThrownBy(() -> copies.restore(bad))
                    .isInstanceOf(CopyRefused.class)
                    .hasMessageContaining(bad.getFileName().toString());
        }

        assertThat(names(database)).containsExactly("antes");
        assertThat(files()).noneMatch(name -> name.contains("antes") || name.contains("parcial"));
    }

    @Test
    void theBareFileOfADatabaseIsNoCopy() throws Exception {
        Path live = folder.resolve("vivo.db");
        migrate(live, "ours");
        try (Connection open = open(live);
                Statement statement = open.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("INSERT INTO coisas VALUES ('no diário')");

            assertThatThrownBy(() -> copies.restore(live))
                    .isInstanceOf(CopyRefused.class)
                    .hasMessageContaining("-wal");
        }
    }

    @Test
    void theDatabaseOfAnotherProgramIsNotRestored() throws Exception {
        migration("theirs", "V1__viagens.sql", "CREATE TABLE viagens (nome TEXT) STRICT");
        migrate(copy, "theirs");

        assertThatThrownBy(() -> copies.restore(copy))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("deste programa");

        assertThat(names(database)).containsExactly("antes");
    }

    @Test
    void theDatabaseOfANewerVersionIsNotRestoredAndThatOfAnOlderOneIs() throws Exception {
        copies.copy(copy);
        migration("newer", "V1__coisas.sql", "CREATE TABLE coisas (nome TEXT PRIMARY KEY) STRICT");
        migration("newer", "V2__mais.sql", "CREATE TABLE mais (nome TEXT) STRICT");
        Path newer = folder.resolve("nova.db");
        migrate(newer, "newer");

        assertThatThrownBy(() -> copies.restore(newer))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("mais nova")
                .hasMessageContaining("2");

        DatabaseCopies ofNewer = new DatabaseCopies(DatabaseUrl.parse("jdbc:sqlite:" + newer), location("newer"));
        assertThat(ofNewer.restore(copy)).isPresent();
        migrate(newer, "newer");
        assertThat(names(newer)).containsExactly("antes");
    }

    private void migration(String program, String name, String sql) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("migrations").resolve(program))
                        .resolve(name),
                sql + ";");
    }

    private String location(String program) {
        return "filesystem:" + folder.resolve("migrations").resolve(program);
    }

    private void migrate(Path file, String program) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations(location(program))
                .load()
                .migrate();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path file) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT nome FROM coisas ORDER BY nome")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void run(Path file, String... sql) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
