package br.com.recarga.e2e;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings of a server or a client that a test starts by itself; without a port of management, unless that is asked for. */
final class Ajustes {

    private static final String MANAGEMENT = "--management.server.port=";

    private Ajustes() {}

    /**
     * @param conexao how a user comes to the broker
     * @param folder of its database
     */
    static String[] servidor(
            Function<String, Stream<String>> conexao, String serverId, int port, Path folder, String... more) {
        return all(
                conexao.apply("s." + serverId),
                port,
                more,
                "--recarga.server-id=" + serverId,
                "--recarga.database-url=jdbc:sqlite:" + folder.resolve(serverId + ".db"),
                "--recarga.postos-csv=../data/" + serverId + ".csv");
    }

    /**
     * @param conexao how a user comes to the broker
     * @param folder of its database
     */
    static String[] cliente(
            Function<String, Stream<String>> conexao, String clientId, int port, Path folder, String... more) {
        return all(
                conexao.apply("c." + clientId),
                port,
                more,
                "--recarga.client-id=" + clientId,
                "--recarga.database-url=jdbc:sqlite:" + folder.resolve(clientId + ".db"));
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
