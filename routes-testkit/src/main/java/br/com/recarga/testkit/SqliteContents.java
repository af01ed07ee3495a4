package br.com.recarga.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a SQLite file holds, to be compared. */
public final class SqliteContents {

    private SqliteContents() {}

    /** Every row of every table, as SQLite writes its values. */
    public static Map<String, List<String>> of(Path database) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table :
                column(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'flyway%'")) {
            String columns = String.join(
                    " || ',' || ",
                    column(database, "SELECT 'quote(' || name || ')' FROM pragma_table_info('" + table + "')"));
            contents.put(table, column(database, "SELECT " + columns + " AS linha FROM " + table + " ORDER BY linha"));
        }
        return contents;
    }

    /** The first column of what a statement gives. */
    public static List<String> column(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
