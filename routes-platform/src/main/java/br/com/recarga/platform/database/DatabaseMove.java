package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Takes all that is in a database into another kind of it, from SQLite to PostgreSQL and back: the same tables, made by the same
 * migrations, with the same rows. Which tables there are is asked of the databases themselves, so that none can be forgotten. The
 * new database is written in one transaction, read again, and compared, before anybody can see it; the former one stays as it is.
 */
final class DatabaseMove {

    /** How many rows are in memory at once; a row is some KB at most. */
    private static final int TOGETHER = 500;

    private final DatabaseUrl from;
    private final DatabaseUrl to;
    private final String migrations;
    private final Seal seal;

    /** Of what is sealed, whether there is any, and whether the key opens some of it; what was sealed with one that is lost stays. */
    private boolean anySealed;

    private boolean anyOpened;

    /**
     * @param migrations where Flyway finds those of the program, with {@code {vendor}} in the place of the kind of database
     * @param key {@code RECARGA_BANCO_CHAVE}, which the file beside a SQLite has too
     * @throws CopyRefused if they are not one of each kind
     * @throws br.com.recarga.platform.perfil.PartidaRecusada if the key is none
     */
    DatabaseMove(DatabaseUrl from, DatabaseUrl to, String migrations, String key) throws IOException {
        boolean oneOfEach =
                from.isPostgresql() && to.file().isPresent() || from.file().isPresent() && to.isPostgresql();
        if (!oneOfEach) {
            throw new CopyRefused(
                    "Move-se de um arquivo SQLite para um PostgreSQL, ou de volta; de %s para %s, não."
                            + " Entre dois iguais, copie: recarga-banco copiar, pg_dump",
                    from, to);
        }
        this.from = from;
        this.to = to;
        this.migrations = migrations;
        this.seal = seal(key);
    }

    /**
     * How a table is on both sides.
     *
     * @param source what was read
     * @param target what was read again of what was written
     */
    record Moved(String table, RowsFingerprint source, RowsFingerprint target) {

        boolean isTheSame() {
            return source.isOfTheSame(target);
        }
    }

    /**
     * Moves all, unless it is not the same afterwards; then nothing has changed.
     *
     * @return each table, the first those that others refer to
     * @throws CopyRefused if one of the two is not as it has to be, or a row cannot be moved
     * @throws DatabaseInUse if somebody works on one of the two
     */
    List<Moved> move() throws IOException, SQLException {
        try (MoveEnd source = from.isSqlite() ? MoveEndSqlite.from(from) : MoveEndPostgresql.of(from);
                MoveEnd target = to.isSqlite() ? MoveEndSqlite.to(to) : MoveEndPostgresql.of(to)) {
            target.requireEmpty();
            String version = requireOurs(source);
            target.flyway(migrations).load().migrate();
            requireSame("versão", version, version(target));
            List<MovedTable> tables = tables(source, target);
            target.suspendTriggers();
            clear(tables, target);
            Map<MovedTable, RowsFingerprint> read = new LinkedHashMap<>();
            for (MovedTable table : tables) {
                read.put(table, copy(table, source, target));
            }
            requireKey();
            target.goOnCounting(tables);
            target.resumeTriggers();
            List<Moved> moved = new ArrayList<>();
            for (MovedTable table : tables) {
                moved.add(new Moved(table.name(), read.get(table), fingerprint(table, target)));
            }
            if (moved.stream().allMatch(Moved::isTheSame)) {
                if (to.file().isPresent()) {
                    seal.layBeside(to.file().get());
                }
                target.commit();
            }
            return moved;
        }
    }

    /** Both have to know the same key, or nobody who repeats a request gets his answer. */
    private Seal seal(String key) throws IOException {
        Path file = from.file().or(to::file).orElseThrow();
        if (key.isBlank() && from.isSqlite()) {
            throw new CopyRefused(
                    "Dê ao PostgreSQL a chave que está ao lado do arquivo: RECARGA_BANCO_CHAVE=$(openssl"
                            + " base64 -A -in %s), a mesma depois a cada processo",
                    Seal.besides(file));
        }
        Seal given = Seal.with(key);
        if (!given.isBeside(file).orElse(true)) {
            throw new CopyRefused(
                    "RECARGA_BANCO_CHAVE não é a chave que está em %s. É a que diz: openssl base64 -A -in %s",
                    Seal.besides(file), Seal.besides(file));
        }
        return given;
    }

    /** @return its version */
    private String requireOurs(MoveEnd source) {
        DatabaseCopies.requireOurs(source.flyway(migrations), "%s não é um banco deste programa", source);
        MigrationInfo[] pending = source.flyway(migrations).load().info().pending();
        if (pending.length > 0) {
            throw new CopyRefused(
                    "%s é de uma versão mais velha do programa: comece nele um processo desta, que o"
                            + " atualiza, termine-o, e mova depois",
                    source);
        }
        return version(source);
    }

    private String version(MoveEnd end) {
        return end.flyway(migrations).load().info().current().getVersion().toString();
    }

    private List<MovedTable> tables(MoveEnd source, MoveEnd target) throws SQLException {
        requireSame("tabelas", source.tables(), target.tables());
        MoveEnd sqlite = source.isSqlite() ? source : target;
        List<MovedTable> tables = new ArrayList<>();
        for (String name : new TreeSet<>(source.tables())) {
            tables.add(MovedTable.of(name, sqlite == source ? target : source, sqlite));
        }
        return MovedTable.inOrder(tables);
    }

    private static void requireSame(String what, Object here, Object there) {
        if (!here.equals(there)) {
            throw new CopyRefused("Os dois bancos não têm %s iguais: %s e %s", what, here, there);
        }
    }

    /** Of what migrations have put there: it comes from the other. */
    private static void clear(List<MovedTable> tables, MoveEnd target) throws SQLException {
        for (int i = tables.size() - 1; i >= 0; i--) {
            target.execute("DELETE FROM " + MoveEnd.quoted(tables.get(i).name()));
        }
    }

    private RowsFingerprint copy(MovedTable table, MoveEnd source, MoveEnd target) throws SQLException {
        RowsFingerprint fingerprint = new RowsFingerprint();
        try (PreparedStatement select = source.connection().prepareStatement(table.select(from.isSqlite()));
                PreparedStatement insert =
                        target.connection().prepareStatement(table.insert(from.isSqlite(), target))) {
            // else PostgreSQL's driver takes all rows at once
            select.setFetchSize(TOGETHER);
            List<Object[]> batch = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Object[] values = read(table, rows, source);
                    fingerprint.add(values, table.columns().size());
                    tryKey(values);
                    batch.add(values);
                    if (batch.size() == TOGETHER) {
                        write(table, batch, insert, target);
                        batch.clear();
                    }
                }
            }
            write(table, batch, insert, target);
        }
        return fingerprint;
    }

    private static Object[] read(MovedTable table, ResultSet row, MoveEnd source) throws SQLException {
        try {
            return table.read(row, source.isSqlite(), source);
        } catch (MovedTable.Unmovable unmovable) {
            throw new CopyRefused("%s: %s", table.named(row), unmovable.getMessage());
        }
    }

    private static void write(MovedTable table, List<Object[]> batch, PreparedStatement insert, MoveEnd target)
            throws SQLException {
        Connection connection = target.connection();
        Savepoint before = connection.setSavepoint();
        try {
            for (Object[] values : batch) {
                table.bind(insert, values);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException oneOfThem) {
            insert.clearBatch();
            connection.rollback(before);
            writeOneByOne(table, batch, insert);
            throw oneOfThem;
        }
        connection.releaseSavepoint(before);
    }

    /** To find out which one is refused. */
    private static void writeOneByOne(MovedTable table, List<Object[]> batch, PreparedStatement insert)
            throws SQLException {
        for (Object[] values : batch) {
            table.bind(insert, values);
            try {
                insert.executeUpdate();
            } catch (SQLException refused) {
                throw new CopyRefused(
                        "%s: o banco de destino não aceita essa linha: %s", table.named(values), refused.getMessage());
            }
        }
    }

    private static RowsFingerprint fingerprint(MovedTable table, MoveEnd target) throws SQLException {
        RowsFingerprint fingerprint = new RowsFingerprint();
        try (PreparedStatement select = target.connection().prepareStatement(table.select(false))) {
            select.setFetchSize(TOGETHER);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    fingerprint.add(
                            table.read(rows, false, target), table.columns().size());
                }
            }
        }
        return fingerprint;
    }

    /** What it is sealed for is said somewhere in the row. */
    private void tryKey(Object[] values) {
        for (Object value : values) {
            if (!anyOpened && value instanceof String text && Seal.isClosed(text)) {
                anySealed = true;
                for (Object context : values) {
                    anyOpened |= context instanceof String said
                            && seal.open(text, said).isPresent();
                }
            }
        }
    }

    private void requireKey() {
        if (from.isPostgresql() && anySealed && !anyOpened) {
            throw new CopyRefused(
                    "RECARGA_BANCO_CHAVE não abre nada do que %s tem selado: dê a que os seus processos têm", from);
        }
    }
}
