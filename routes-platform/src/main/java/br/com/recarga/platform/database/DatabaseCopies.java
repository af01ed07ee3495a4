package br.com.recarga.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Copies of a database, and the way back from one. A copy is one file of its owner's alone with all that was committed before
 * it began, made while others read and write. The file of the database itself is none: what was committed last lies in the log
 * beside it.
 */
public final class DatabaseCopies {

    /** What SQLite keeps beside a database while it is open, and after its process was killed. */
    private static final String LOG = "-wal";

    private static final String INDEX_OF_LOG = "-shm";

    static final List<String> BESIDE = List.of(LOG, INDEX_OF_LOG);

    private static final String UNFINISHED = ".parcial";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int WAIT_MS = 1_000;

    private final DatabaseUrl url;
    private final String migrations;

    /**
     * @param url of a file
     * @param migrations where Flyway finds those of the program that the database is of
     * @throws CopyRefused if it is of no file
     */
    public DatabaseCopies(DatabaseUrl url, String migrations) {
        if (url.file().isEmpty()) {
            throw new CopyRefused("Só se copia assim um banco SQLite que está num arquivo");
        }
        this.url = url;
        this.migrations = migrations;
    }

    /**
     * Makes a copy; whoever works on the database does not notice.
     *
     * @param target must not be there
     * @throws CopyRefused if there is no database, if something is there already, or if the database is damaged
     */
    public void copy(Path target) throws IOException, SQLException {
        Path database = database();
        if (!Files.isRegularFile(database)) {
            throw new CopyRefused("Não há banco em %s", database);
        }
        if (Files.exists(target)) {
            throw new CopyRefused("%s já existe, e uma cópia não se escreve por cima de nada", target);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CopyRefused("A pasta %s não existe", folder);
        }
        Path made = unfinished(target.toAbsolutePath());
        try {
            try (Connection connection = open(database);
                    PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, made.toString());
                copy.execute();
            }
            requireSound(made, database);
            force(made);
            Files.move(made, target);
        } finally {
            discard(made);
        }
    }

    /**
     * Puts a copy in the place of the database, which nobody may have open. A failure leaves everything as it was.
     *
     * @return where the former database is now, if there was one
     * @throws CopyRefused if the file is no sound copy of a database of this program, or of a newer one
     * @throws DatabaseInUse if somebody works on the database
     */
    public Optional<Path> restore(Path copy) throws IOException, SQLException {
        if (!Files.isRegularFile(copy)) {
            throw new CopyRefused("Não há cópia em %s", copy);
        }
        if (Files.exists(beside(copy, LOG))) {
            throw new CopyRefused(
                    "%s não é uma cópia: é um banco, com parte do que se gravou no arquivo -wal ao lado", copy);
        }
        url.createFolders();
        try (DatabaseLock alone = DatabaseLock.take(url)) {
            Path database = database();
            Path ready = unfinished(database);
            try {
                // into the file that is there, which is its owner's alone
                try (OutputStream out = Files.newOutputStream(ready)) {
                    Files.copy(copy, out);
                }
                requireSound(ready, copy);
                requireOurs(ready, copy);
                force(ready);
                Optional<Path> former = keep(database);
                takeOver(database, ready);
                Files.move(ready, database, StandardCopyOption.ATOMIC_MOVE);
                return former;
            } finally {
                discard(ready);
            }
        }
    }

    private Path database() {
        return url.file().orElseThrow().normalize();
    }

    static void requireSound(Path file, Path spokenOf) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            ResultSet damage = statement.executeQuery("PRAGMA integrity_check(1)");
            if (damage.next() && !damage.getString(1).equals("ok")) {
                throw new CopyRefused("%s está danificado: %s", spokenOf, damage.getString(1));
            }
            ResultSet orphans = statement.executeQuery("PRAGMA foreign_key_check");
            if (orphans.next()) {
                throw new CopyRefused(
                        "%s está danificado: falta uma linha a que %s se refere", spokenOf, orphans.getString(1));
            }
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                    || e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT) {
                throw new CopyRefused("%s está danificado, ou não é um banco SQLite", spokenOf);
            }
            throw e;
        }
    }

    private void requireOurs(Path file, Path copy) {
        requireOurs(
                Flyway.configure().dataSource("jdbc:sqlite:" + file, null, null).locations(migrations),
                "%s não é uma cópia de um banco deste programa",
                copy);
    }

    /**
     * @param otherwise what it is not, if it is not of this program
     * @throws CopyRefused if other migrations than this program's have made it, or newer ones
     */
    static void requireOurs(FluentConfiguration configuration, String otherwise, Object spokenOf) {
        List<MigrationInfo> applied = List.of(configuration.load().info().applied());
        boolean known = configuration
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validateWithResult()
                .validationSuccessful;
        if (applied.isEmpty() || !known) {
            throw new CopyRefused(otherwise, spokenOf);
        }
        Optional<MigrationInfo> newer = applied.stream()
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .findFirst();
        if (newer.isPresent()) {
            throw new CopyRefused(
                    "%s é de uma versão mais nova do programa: este não conhece a migração %s",
                    spokenOf, newer.get().getVersion());
        }
    }

    /** Copies it away whole; it stays in its place too, so that at no moment there is none. */
    private static Optional<Path> keep(Path database) throws IOException, SQLException {
        if (!Files.exists(database)) {
            return Optional.empty();
        }
        Path former = beside(database, ".antes-" + MOMENT.format(LocalDateTime.now()));
        Path log = beside(database, LOG);
        Path kept = unfinished(former);
        Path keptLog = beside(kept, LOG);
        try {
            // SQLite throws the log of a damaged database away
            if (Files.exists(log)) {
                Files.copy(log, keptLog, StandardCopyOption.COPY_ATTRIBUTES);
            }
            if (!takeInLog(database) && Files.exists(keptLog)) {
                force(keptLog);
                Files.move(keptLog, beside(former, LOG));
            }
            Files.copy(database, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            force(kept);
            Files.move(kept, former);
        } finally {
            discard(kept);
        }
        // SQLite would put what is left of it into the copy
        Files.deleteIfExists(log);
        Files.deleteIfExists(beside(database, INDEX_OF_LOG));
        return Optional.of(former);
    }

    /** So that whoever works on the former one can work on this one too, also if somebody else has put it there. */
    private static void takeOver(Path former, Path ready) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(ready, PosixFileAttributeView.class);
        if (view == null || !Files.exists(former)) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(former, PosixFileAttributes.class);
        try {
            view.setOwner(attributes.owner());
            view.setGroup(attributes.group());
        } catch (FileSystemException notAllowed) {
            // only the superuser may give a file away; to everybody else their own copy stays
        }
        view.setPermissions(attributes.permissions());
    }

    /**
     * Leaves one file that is all of it. Possible only for whoever is alone: others who have it open are found out here.
     *
     * @return whether it could be done; not with a damaged database, such as one that is replaced by a copy
     */
    private static boolean takeInLog(Path database) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            return true;
        } catch (SQLiteException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code
                    || e.getErrorCode() == SQLiteErrorCode.SQLITE_LOCKED.code) {
                throw new DatabaseInUse(database);
            }
            return false;
        }
    }

    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MS);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource.getConnection();
    }

    /** Beside what it will be, on the same disk; of its owner alone, as temporary files are made. */
    static Path unfinished(Path target) throws IOException {
        return Files.createTempFile(target.getParent(), target.getFileName().toString(), UNFINISHED);
    }

    /** With what SQLite may have left beside it. */
    static void discard(Path unfinished) throws IOException {
        for (Path left : List.of(unfinished, beside(unfinished, LOG), beside(unfinished, INDEX_OF_LOG))) {
            Files.deleteIfExists(left);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
