package br.com.recarga.platform.database;

import static br.com.recarga.platform.database.MoveEnd.quoted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as both databases have it.
 *
 * @param columns which both have, in the order of PostgreSQL's
 * @param derived which only PostgreSQL has, each with what it is, said in SQL of a row of SQLite's
 * @param key the names of the columns of the primary key; empty if it has none
 * @param refersTo the tables that have to be there before
 * @param counted the column that PostgreSQL counts by itself; null if there is none
 */
record MovedTable(
        String name,
        List<Column> columns,
        Map<Column, String> derived,
        List<String> key,
        Set<String> refersTo,
        String counted) {

    private static final String YES = "YES";

    /** Where the value of a column that only PostgreSQL has is said: {@code db/mover/table.column.sql}. */
    private static final String DERIVED = "/db/mover/%s.%s.sql";

    record Column(String name, Kind kind) {}

    /** What a value is, whatever each database calls it. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL,
        BOOLEAN,
        BYTES;

        static Optional<Kind> of(int jdbcType) {
            return Optional.ofNullable(
                    switch (JDBCType.valueOf(jdbcType)) {
                        case CHAR, VARCHAR, LONGVARCHAR -> TEXT;
                        case SMALLINT, INTEGER, BIGINT -> INTEGER;
                        case DOUBLE -> REAL;
                        case BIT, BOOLEAN -> BOOLEAN;
                        case BINARY, VARBINARY, LONGVARBINARY -> BYTES;
                        default -> null;
                    });
        }
    }

    /** A value that the other side cannot have. */
    static final class Unmovable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unmovable(Column column, String why) {
            super("%s %s".formatted(column.name(), why), null, false, false);
        }
    }

    /** @throws CopyRefused if it is not the same table on both sides */
    static MovedTable of(String name, MoveEnd postgresql, MoveEnd sqlite) throws SQLException {
        Set<String> there = columns(sqlite, name).keySet();
        Map<String, Boolean> here = columns(postgresql, name);
        List<Column> columns = new ArrayList<>();
        Map<Column, String> derived = new LinkedHashMap<>();
        for (Column column : typed(name, postgresql)) {
            if (there.contains(column.name())) {
                columns.add(column);
            } else if (here.containsKey(column.name())) {
                derived.put(column, derivation(name, column.name()));
            }
        }
        Set<String> unknown = new TreeSet<>(there);
        columns.forEach(column -> unknown.remove(column.name()));
        if (!unknown.isEmpty()) {
            throw new CopyRefused("Só o SQLite tem %s em %s", unknown, name);
        }
        return new MovedTable(
                name,
                columns,
                derived,
                key(name, postgresql),
                refersTo(name, postgresql),
                here.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null));
    }

    /** Those that are written, and whether the database counts them; not those that it computes. */
    private static Map<String, Boolean> columns(MoveEnd end, String table) throws SQLException {
        try (ResultSet columns =
                end.metadata().getColumns(null, end.connection().getSchema(), "%", "%")) {
            Map<String, Boolean> written = new LinkedHashMap<>();
            while (columns.next()) {
                if (columns.getString("TABLE_NAME").equals(table)
                        && !YES.equals(columns.getString("IS_GENERATEDCOLUMN"))) {
                    written.put(columns.getString("COLUMN_NAME"), YES.equals(columns.getString("IS_AUTOINCREMENT")));
                }
            }
            return written;
        }
    }

    /** By what their domains are made of. */
    private static List<Column> typed(String table, MoveEnd postgresql) throws SQLException {
        try (Statement statement = postgresql.connection().createStatement();
                ResultSet nothing = statement.executeQuery("SELECT * FROM " + quoted(table) + " WHERE FALSE")) {
            ResultSetMetaData types = nothing.getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= types.getColumnCount(); i++) {
                String column = types.getColumnName(i);
                String type = types.getColumnTypeName(i);
                columns.add(new Column(
                        column,
                        Kind.of(types.getColumnType(i))
                                .orElseThrow(() ->
                                        new CopyRefused("Não se sabe mover %s.%s, que é %s", table, column, type))));
            }
            return columns;
        }
    }

    private static String derivation(String table, String column) {
        String file = DERIVED.formatted(table, column);
        try (InputStream sql = MovedTable.class.getResourceAsStream(file)) {
            if (sql == null) {
                throw new CopyRefused("Só o PostgreSQL tem %s.%s, e nada diz o que é", table, column);
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static List<String> key(String table, MoveEnd end) throws SQLException {
        DatabaseMetaData metadata = end.metadata();
        try (ResultSet columns = metadata.getPrimaryKeys(null, end.connection().getSchema(), table)) {
            List<String> names = new ArrayList<>();
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
            return names;
        }
    }

    private static Set<String> refersTo(String table, MoveEnd end) throws SQLException {
        try (ResultSet keys =
                end.metadata().getImportedKeys(null, end.connection().getSchema(), table)) {
            Set<String> tables = new TreeSet<>();
            while (keys.next()) {
                tables.add(keys.getString("PKTABLE_NAME"));
            }
            tables.remove(table);
            return tables;
        }
    }

    /** First those that others refer to. */
    static List<MovedTable> inOrder(List<MovedTable> tables) {
        Map<String, MovedTable> waiting = new HashMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        List<MovedTable> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<MovedTable> next = tables.stream()
                    .filter(table -> waiting.containsKey(table.name()))
                    .filter(table -> table.refersTo().stream().noneMatch(waiting::containsKey))
                    .toList();
            if (next.isEmpty()) {
                throw new CopyRefused("Estas tabelas referem-se umas às outras: %s", waiting.keySet());
            }
            next.forEach(table -> waiting.remove(table.name()));
            ordered.addAll(next);
        }
        return ordered;
    }

    /** What is read, and written: all that both have, and what only PostgreSQL has if it is said of SQLite's rows. */
    private List<Column> columns(boolean withDerived) {
        List<Column> all = new ArrayList<>(columns);
        if (withDerived) {
            all.addAll(derived.keySet());
        }
        return all;
    }

    String select(boolean withDerived) {
        String values = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        // each ends with the end of a line: before it may stand a comment
        String more = withDerived
                ? derived.values().stream().map(sql -> ", (" + sql + ")").collect(Collectors.joining())
                : "";
        return "SELECT %s%s FROM %s".formatted(values, more, quoted(name));
    }

    String insert(boolean withDerived, MoveEnd to) {
        List<Column> written = columns(withDerived);
        return "INSERT INTO %s (%s)%s VALUES (%s)"
                .formatted(
                        quoted(name),
                        written.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", ")),
                        to.given(),
                        written.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    /**
     * The values of a row: null, String, Long, Double, Boolean or byte[].
     *
     * @throws Unmovable if one is none that both databases can have
     */
    Object[] read(ResultSet row, boolean withDerived, MoveEnd from) throws SQLException {
        List<Column> read = columns(withDerived);
        Object[] values = new Object[read.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, read.get(i), from.isSqlite());
        }
        return values;
    }

    private static Object value(ResultSet row, int i, Column column, boolean sqlite) throws SQLException {
        Object value = row.getObject(i);
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> text(column, sqlite ? bytes(row, i, column, value) : row.getString(i));
            case INTEGER -> {
                if (value instanceof Integer || value instanceof Long) {
                    yield ((Number) value).longValue();
                }
                throw new Unmovable(column, "não é um número inteiro");
            }
            case REAL -> real(column, value);
            case BOOLEAN -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                if (value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
                    yield number.doubleValue() == 1;
                }
                throw new Unmovable(column, "não é 0 nem 1");
            }
            case BYTES -> row.getBytes(i);
        };
    }

    /** Of what SQLite's driver would replace what is no UTF-8. */
    private static String bytes(ResultSet row, int i, Column column, Object value) throws SQLException {
        if (!(value instanceof String)) {
            throw new Unmovable(column, "não é um texto");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(row.getBytes(i)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Unmovable(column, "não é UTF-8");
        }
    }

    private static String text(Column column, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Unmovable(column, "tem um caractere NUL, que um PostgreSQL não guarda");
        }
        return text;
    }

    private static Double real(Column column, Object value) {
        if (value instanceof Number number && !Double.isNaN(number.doubleValue())) {
            // SQLite knows one zero
            return number.doubleValue() + 0.0;
        }
        throw new Unmovable(column, "não é um número");
    }

    void bind(PreparedStatement insert, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    /** The row, as whoever looks for it finds it. */
    String named(Object[] values) throws SQLException {
        return named(i -> values[i]);
    }

    /** As {@link #named(Object[])}, of one that cannot be read whole. */
    String named(ResultSet row) throws SQLException {
        return named(i -> row.getString(i + 1));
    }

    private String named(Values values) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (key.contains(columns.get(i).name())) {
                parts.add(columns.get(i).name() + " = " + values.at(i));
            }
        }
        return "%s (%s)".formatted(name, String.join(", ", parts));
    }

    private interface Values {
        Object at(int column) throws SQLException;
    }
}
