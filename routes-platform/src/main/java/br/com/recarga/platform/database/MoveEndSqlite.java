package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file. One that is made is made beside its place, and put there when it is whole. */
final class MoveEndSqlite extends MoveEnd {

    private final Path database;
    private final DatabaseLock alone;
    /** Where it is worked on. */
    private final Path file;

    private final Connection connection;
    /** Their statements by their names. */
    private final Map<String, String> triggers = new LinkedHashMap<>();

    private MoveEndSqlite(DatabaseUrl url, DatabaseLock alone, Path database, Path file) throws SQLException {
        super(url, "sqlite");
        this.alone = alone;
        this.database = database;
        this.file = file;
        this.connection = DatabaseCopies.open(file);
        this.connection.setAutoCommit(false);
    }

    /**
     * @throws CopyRefused if there is none
     * @throws DatabaseInUse if somebody works on it
     */
    static MoveEndSqlite from(DatabaseUrl url) throws IOException, SQLException {
        Path database = url.file().orElseThrow().normalize();
        if (!Files.isRegularFile(database)) {
            throw new CopyRefused("Não há banco em %s", database);
        }
        return open(url, false);
    }

    /** @throws DatabaseInUse if somebody works on it */
    static MoveEndSqlite to(DatabaseUrl url) throws IOException, SQLException {
        url.createFolders();
        return open(url, true);
    }

    private static MoveEndSqlite open(DatabaseUrl url, boolean anew) throws IOException, SQLException {
        Path database = url.file().orElseThrow().normalize();
        DatabaseLock alone = DatabaseLock.take(url);
        try {
            return new MoveEndSqlite(url, alone, database, anew ? DatabaseCopies.unfinished(database) : database);
        } catch (SQLException | IOException e) {
            alone.close();
            throw e;
        }
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    void requireEmpty() {
        if (Files.exists(database) && database.toFile().length() > 0) {
            throw new CopyRefused(
                    "Em %s já há um banco, e não se escreve por cima de nada: dê outro nome ao novo,"
                            + " ou tire esse do lugar, com o que está ao lado",
                    database);
        }
        for (String suffix : DatabaseCopies.BESIDE) {
            Path left = Path.of(database + suffix);
            if (Files.exists(left)) {
                throw new CopyRefused(
                        "%s ficou de outro banco, e o SQLite o poria no novo: tire-o do lugar, para junto do seu",
                        left);
            }
        }
    }

    @Override
    void suspendTriggers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")) {
            while (rows.next()) {
                triggers.put(rows.getString(1), rows.getString(2));
            }
        }
        for (String trigger : triggers.keySet()) {
            execute("DROP TRIGGER " + quoted(trigger));
        }
    }

    @Override
    void resumeTriggers() throws SQLException {
        for (String trigger : triggers.values()) {
            execute(trigger);
        }
    }

    @Override
    String given() {
        return "";
    }

    @Override
    void goOnCounting(List<MovedTable> tables) {
        // after the largest that is there, always
    }

    @Override
    void commit() throws SQLException, IOException {
        connection.commit();
        connection.close();
        DatabaseCopies.requireSound(file, database);
        DatabaseCopies.force(file);
        Files.move(file, database, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws SQLException, IOException {
        try (alone) {
            connection.close();
            if (!file.equals(database)) {
                DatabaseCopies.discard(file);
                // which the migration that seals has made
                Files.deleteIfExists(Seal.besides(file));
            }
        }
    }
}
