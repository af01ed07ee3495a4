package br.com.recarga.e2e;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.testkit.OnPostgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings of a server or a client that a test starts by itself; without a port of management, unless that is asked for. */
final class Ajustes {

    private static final String MANAGEMENT = "--management.server.port=";

    /** Begins a transaction that keeps every process of ours from writing. */
    static final String TRANCAR = OnPostgresql.chosen()
            ? "BEGIN; SELECT pg_advisory_xact_lock(" + OnPostgresql.TRAVA + ")"
            : "BEGIN IMMEDIATE";

    private Ajustes() {}

    /**
     * @param conexao how a user comes to the broker
     * @param folder of its database
     */
    static String[] servidor(
            Function<String, Stream<String>> conexao, String serverId, int port, Path folder, String... more) {
        return all(
                Stream.concat(conexao.apply("s." + serverId), banco(folder.resolve(serverId + ".db"))),
                port,
                more,
                "--recarga.server-id=" + serverId,
                "--recarga.postos-csv=../data/" + serverId + ".csv");
    }

    /**
     * @param conexao how a user comes to the broker
     * @param folder of its database
     */
    static String[] cliente(
            Function<String, Stream<String>> conexao, String clientId, int port, Path folder, String... more) {
        return all(
                Stream.concat(conexao.apply("c." + clientId), banco(folder.resolve(clientId + ".db"))),
                port,
                more,
                "--recarga.client-id=" + clientId);
    }

    /**
     * One of several processes that are a server.
     *
     * @param nome of the process among them
     * @param banco that all of them have
     */
    static String[] replica(
            Function<String, Stream<String>> conexao,
            String serverId,
            String nome,
            int port,
            Map<String, String> banco) {
        return all(
                Stream.concat(conexao.apply("s." + serverId), ajustes(banco)),
                port,
                // one car makes all the reservations
                new String[] {"--recarga.cotas.por-placa=0", "--recarga.cotas.dias-adiante=0"},
                "--recarga.server-id=" + serverId,
                "--recarga.postos-csv=../data/" + serverId + ".csv",
                "--recarga.replicas=true",
                "--recarga.mqtt.client-id-prefix=" + nome);
    }

    /**
     * One of several processes that are a client.
     *
     * @param nome of the process among them
     * @param banco that all of them have
     */
    static String[] replicaDoCliente(
            Function<String, Stream<String>> conexao,
            String clientId,
            String nome,
            int port,
            Map<String, String> banco,
            String... more) {
        return all(
                Stream.concat(conexao.apply("c." + clientId), ajustes(banco)),
                port,
                more,
                "--recarga.client-id=" + clientId,
                "--recarga.replicas=true",
                "--recarga.mqtt.client-id-prefix=" + nome);
    }

    /** The database that an application has: this file, or on PostgreSQL one that is the same whenever this file is named. */
    static Stream<String> banco(Path file) {
        if (!OnPostgresql.chosen()) {
            return Stream.of("--recarga.database-url=jdbc:sqlite:" + file);
        }
        return ajustes(OnPostgresql.database(file.toAbsolutePath().toString()));
    }

    private static Stream<String> ajustes(Map<String, String> database) {
        return database.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
    }

    /** That database, for whoever looks at it from outside. */
    static Connection aberto(Path file) throws SQLException {
        if (!OnPostgresql.chosen()) {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }
        DatabaseUrl url = DatabaseUrl.parse(
                OnPostgresql.database(file.toAbsolutePath().toString()).get("DATABASE_URL"));
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    private static String[] all(Stream<String> conexao, int port, String[] more, String... own) {
        boolean managed = Arrays.stream(more).anyMatch(setting -> setting.startsWith(MANAGEMENT));
        return Stream.of(
                        conexao,
                        Stream.of("--server.port=" + port),
                        managed ? Stream.<String>empty() : Stream.of(MANAGEMENT + "-1", "--hawtio.enabled=false"),
                        Stream.of(own),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
