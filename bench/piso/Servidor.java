import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The floor's operator: the same decision, in one guarded statement, and the same durability, as the answer is stored with
 * its effect in a transaction that is synchronous. What waits goes into one transaction.
 *
 * <pre>java Servidor SERVER_ID MQTT_PORT DATABASE POSTOS_CSV</pre>
 */
public final class Servidor {

    private static final int QUEUE = 10_000;
    private static final int GROUP = 64;

    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS postos (id INTEGER PRIMARY KEY, nome TEXT, potencia_maxima REAL, preco_kwh REAL)"
                + " STRICT",
        "CREATE TABLE IF NOT EXISTS carros (placa TEXT PRIMARY KEY, modelo TEXT, nivel REAL) STRICT, WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS reservas (id TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, posto_id INTEGER"
                + " NOT NULL, placa TEXT NOT NULL, inicio TEXT NOT NULL, fim TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS por_posto ON reservas (posto_id, inicio, fim)",
        "CREATE INDEX IF NOT EXISTS por_placa ON reservas (placa, inicio, fim)",
        "CREATE TABLE IF NOT EXISTS respostas (request_id TEXT PRIMARY KEY, resposta BLOB NOT NULL) STRICT, WITHOUT"
                + " ROWID"
    };

    private record Asked(String topic, byte[] payload, byte[] correlation) {
        String operation() {
            return topic.substring(topic.lastIndexOf('/') + 1);
        }

        /** {@code servers/{server_id}/pedidos/{client_id}/{operacao}} is answered there. */
        String answer(String serverId) {
            return "clients/" + topic.split("/")[3] + "/respostas/" + serverId + "/" + operation();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String serverId;
    private final String database;
    private final BlockingQueue<Asked> writes = new ArrayBlockingQueue<>(QUEUE);
    private final BlockingQueue<Asked> reads = new ArrayBlockingQueue<>(QUEUE);
    private Mqtt mqtt;

    private Servidor(String serverId, String database) {
        this.serverId = serverId;
        this.database = "jdbc:sqlite:" + database
                + "?journal_mode=WAL&synchronous=FULL&cache_size=-32000&jdbc.get_generated_keys=false";
    }

    public static void main(String[] args) throws Exception {
        Servidor server = new Servidor(args[0], args[2]);
        server.create(Path.of(args[3]));
        server.mqtt = Mqtt.connect(
                new NioEventLoopGroup(1),
                Integer.parseInt(args[1]),
                "piso_" + args[0],
                "servers/" + args[0] + "/pedidos/+/+",
                server::heard);
        new Thread(() -> server.end(server::write)).start();
        new Thread(() -> server.end(server::read)).start();
        System.out.println("pronto");
    }

    private void heard(String topic, byte[] payload, byte[] correlation) {
        Asked asked = new Asked(topic, payload, correlation);
        if (!(asked.operation().equals("listar") ? reads : writes).offer(asked)) {
            answer(asked, refusal("LIMITE_EXCEDIDO"));
        }
    }

    private void answer(Asked asked, byte[] reply) {
        mqtt.publish(asked.answer(serverId), reply, asked.correlation());
    }

    private void write() throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement transaction = connection.createStatement();
                Reservas reservas = new Reservas(connection)) {
            List<Asked> group = new ArrayList<>();
            List<byte[]> replies = new ArrayList<>();
            while (true) {
                group.add(writes.take());
                writes.drainTo(group, GROUP - 1);
                transaction.execute("BEGIN IMMEDIATE");
                for (Asked asked : group) {
                    replies.add(reservas.decide(JSON.readTree(asked.payload())));
                }
                transaction.execute("COMMIT");
                for (int i = 0; i < group.size(); i++) {
                    answer(group.get(i), replies.get(i));
                }
                group.clear();
                replies.clear();
            }
        }
    }

    private void read() throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement postos =
                        connection.prepareStatement("SELECT id, nome, potencia_maxima, preco_kwh, NOT EXISTS (SELECT 1"
                                + " FROM reservas r WHERE r.posto_id = postos.id AND r.inicio < ? AND r.fim > ? AND"
                                + " r.inicio > ?) AS disponivel FROM postos ORDER BY id")) {
            while (true) {
                Asked asked = reads.take();
                Instant now = Instant.now();
                postos.setString(1, now.plusSeconds(1800).toString());
                postos.setString(2, now.toString());
                postos.setString(3, now.minusSeconds(86_400).toString());
                ObjectNode reply = JSON.createObjectNode().put("codigo", "OK").put("server_id", serverId);
                ArrayNode list = reply.putArray("postos");
                try (ResultSet row = postos.executeQuery()) {
                    while (row.next()) {
                        list.addObject()
                                .put("id", row.getInt(1))
                                .put("nome", row.getString(2))
                                .put("potencia_maxima", row.getDouble(3))
                                .put("preco_kwh", row.getDouble(4))
                                .put("disponivel", row.getBoolean(5));
                    }
                }
                answer(asked, JSON.writeValueAsBytes(reply));
            }
        }
    }

    private void create(Path postos) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String table : SCHEMA) {
                statement.execute(table);
            }
            PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO postos VALUES (?, ?, ?, ?)");
            for (String line : Files.readAllLines(postos).stream().skip(1).toList()) {
                String[] column = line.split(",");
                insert.setInt(1, Integer.parseInt(column[0]));
                insert.setString(2, column[1]);
                insert.setDouble(3, Double.parseDouble(column[6]));
                insert.setDouble(4, Double.parseDouble(column[8]));
                insert.executeUpdate();
            }
        }
    }

    private static byte[] refusal(String codigo) {
        return "{\"codigo\":\"%s\"}".formatted(codigo).getBytes(StandardCharsets.UTF_8);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Whoever measures is to see that it failed. */
    private void end(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private final class Reservas implements AutoCloseable {

        private final PreparedStatement stored;
        private final PreparedStatement insert;
        private final PreparedStatement car;
        private final PreparedStatement store;

        Reservas(Connection connection) throws SQLException {
            stored = connection.prepareStatement("SELECT resposta FROM respostas WHERE request_id = ?");
            insert = connection.prepareStatement("INSERT INTO reservas (id, request_id, posto_id, placa, inicio, fim)"
                + " SELECT ?1, ?2, p.id, ?4, ?5, ?6 FROM postos p WHERE p.id = ?3 AND NOT EXISTS (SELECT 1 FROM"
                + " reservas r WHERE r.posto_id = p.id AND r.inicio < ?6 AND r.fim > ?5 AND r.inicio > ?7) AND NOT"
                + " EXISTS (SELECT 1 FROM reservas r WHERE r.placa = ?4 AND r.inicio < ?6 AND r.fim > ?5 AND r.inicio"
                + " > ?7)");
            car = connection.prepareStatement("INSERT INTO carros VALUES (?, ?, ?)"
                    + " ON CONFLICT (placa) DO UPDATE SET modelo = excluded.modelo, nivel = excluded.nivel");
            store = connection.prepareStatement("INSERT INTO respostas VALUES (?, ?)");
        }

        byte[] decide(JsonNode request) throws SQLException, IOException {
            String requestId = request.get("request_id").textValue();
            stored.setString(1, requestId);
            try (ResultSet row = stored.executeQuery()) {
                if (row.next()) {
                    return row.getBytes(1);
                }
            }
            Instant begin = Instant.parse(request.get("inicio").textValue());
            String id = UUID.randomUUID().toString();
            insert.setString(1, id);
            insert.setString(2, requestId);
            insert.setInt(3, request.get("posto_id").intValue());
            insert.setString(4, request.get("placa").textValue());
            insert.setString(5, begin.toString());
            insert.setString(6, Instant.parse(request.get("fim").textValue()).toString());
            insert.setString(7, begin.minusSeconds(86_400).toString());
            byte[] reply = refusal("POSTO_OCUPADO");
            if (insert.executeUpdate() == 1) {
                car.setString(1, request.get("placa").textValue());
                car.setString(2, request.get("modelo").textValue());
                car.setDouble(3, request.get("nivel_bateria_atual").doubleValue());
                car.executeUpdate();
                reply = JSON.writeValueAsBytes(JSON.createObjectNode()
                        .put("codigo", "OK")
                        .put("request_id", requestId)
                        .put("server_id", serverId)
                        .put("reserva_id", id)
                        .put("posto_id", request.get("posto_id").intValue())
                        .put("placa", request.get("placa").textValue()));
            }
            store.setString(1, requestId);
            store.setBytes(2, reply);
            store.executeUpdate();
            return reply;
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : List.of(stored, insert, car, store)) {
                statement.close();
            }
        }
    }
}
