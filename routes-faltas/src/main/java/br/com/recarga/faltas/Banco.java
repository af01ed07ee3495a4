package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.EstadoFinal.ReservaGravada;
import br.com.recarga.faltas.historia.EstadoFinal.ViagemGravada;
import br.com.recarga.faltas.historia.Vaga;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.testkit.OnPostgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database of an operator or of a client, seen from outside. */
final class Banco {

    private static final String BUSY_MS = "PRAGMA busy_timeout = 5000";

    private static final String RESERVAS =
            "SELECT id, request_id, viagem_id, placa, posto_id, inicio, fim, situacao FROM reservas";
    private static final String VIAGENS = "SELECT viagem_id, request_id, situacao FROM viagens";

    /** What has not come to its end. */
    private static final String EM_ABERTO_NO_SERVIDOR =
            "SELECT count(*) FROM reservas WHERE situacao = 'PRE_RESERVADA'";

    private static final String EM_ABERTO_NO_CLIENTE =
            "SELECT count(*) FROM viagens WHERE situacao IN ('EM_ANDAMENTO', 'CANCELANDO')";

    private final String name;
    private final Map<String, String> environment;
    private final Path file;

    private Banco(String name, Map<String, String> environment, Path file) {
        this.name = name;
        this.environment = environment;
        this.file = file;
    }

    /** A file of its own. */
    static Banco sqlite(String name, Path folder) {
        Path file = folder.resolve(name + ".db");
        return new Banco(name, Map.of("DATABASE_URL", "jdbc:sqlite:" + file), file);
    }

    /**
     * One of a PostgreSQL that lives as long as this process.
     *
     * @param campaign whose it is: another one has others
     */
    static Banco postgresql(String name, String campaign) {
        return new Banco(name, OnPostgresql.database(campaign + "/" + name), null);
    }

    String name() {
        return name;
    }

    /** By which a process finds it. */
    Map<String, String> environment() {
        return environment;
    }

    /** What SQLite writes first; only of a file. */
    Path log() {
        return Path.of(file + "-wal");
    }

    /** Keeps everybody else from writing, until the connection is closed. */
    Connection lock() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            if (file != null) {
                statement.execute(BUSY_MS);
                statement.execute("BEGIN IMMEDIATE");
            } else {
                statement.execute("SELECT pg_advisory_lock(" + OnPostgresql.TRAVA + ")");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends all connections of others; only of PostgreSQL. */
    void cutConnections() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    List<ReservaGravada> reservas() throws SQLException {
        return all(
                RESERVAS,
                row -> new ReservaGravada(
                        row.getString("id"),
                        row.getString("request_id"),
                        row.getString("viagem_id"),
                        row.getString("placa"),
                        new Vaga(
                                name,
                                row.getInt("posto_id"),
                                Instant.parse(row.getString("inicio")),
                                Instant.parse(row.getString("fim"))),
                        row.getString("situacao")));
    }

    List<ViagemGravada> viagens() throws SQLException {
        return all(
                VIAGENS,
                row -> new ViagemGravada(
                        row.getString("viagem_id"), row.getString("request_id"), row.getString("situacao")));
    }

    /** How much of an operator's is only held. */
    int reservasEmAberto() throws SQLException {
        return all(EM_ABERTO_NO_SERVIDOR, row -> row.getInt(1)).get(0);
    }

    /** How many trips of a client are undecided, or not yet so everywhere. */
    int viagensEmAberto() throws SQLException {
        return all(EM_ABERTO_NO_CLIENTE, row -> row.getInt(1)).get(0);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String sql, Row<T> kind) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(kind.read(rows));
            }
            return all;
        }
    }

    private Connection open() throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(environment.get("DATABASE_URL"));
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }
}
