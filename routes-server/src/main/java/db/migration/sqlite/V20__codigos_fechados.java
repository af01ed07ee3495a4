package db.migration.sqlite;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.server.reservas.ImpressaoDoCodigo;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * From here on {@code reservas.codigo_reserva} holds the SHA-256 of a code instead of the code, and {@code respostas.resposta}
 * what is closed with the key beside the database. In Java, as SQLite knows no digest; Flyway finds it where the other migrations
 * lie, and by its name.
 */
public class V20__codigos_fechados extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        Connection connection = context.getConnection();
        Seal seal = Seal.of(DatabaseUrl.parse(connection.getMetaData().getURL()));
        try (Statement statement = connection.createStatement()) {
            // what is overwritten would else stay readable in the file
            statement.execute("PRAGMA secure_delete = ON");
        }
        change(connection, "reservas", "id", "codigo_reserva", (id, codigo) -> ImpressaoDoCodigo.de(codigo));
        change(connection, "respostas", "request_id", "resposta", (id, resposta) -> seal.close(resposta, id));
    }

    private interface Change {
        String of(String key, String former);
    }

    /** The keys first: a row that is changed while the table is read may come again, and would be changed twice. */
    private static void change(Connection connection, String table, String key, String column, Change change)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT %s FROM %s".formatted(key, table))) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        try (PreparedStatement read =
                        connection.prepareStatement("SELECT %s FROM %s WHERE %s = ?".formatted(column, table, key));
                PreparedStatement write = connection.prepareStatement(
                        "UPDATE %s SET %s = ? WHERE %s = ?".formatted(table, column, key))) {
            for (String one : keys) {
                read.setString(1, one);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    write.setString(1, change.of(one, row.getString(1)));
                }
                write.setString(2, one);
                write.executeUpdate();
            }
        }
    }
}
