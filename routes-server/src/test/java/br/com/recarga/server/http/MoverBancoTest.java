package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.database.DatabaseCommand;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import br.com.recarga.testkit.OnPostgresql;
import br.com.recarga.testkit.SoPostgresql;
import br.com.recarga.testkit.SqliteContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An operator whose file has become too small, or whose PostgreSQL is no more, and who wants to lose nothing. */
@SoPostgresql
@ExtendWith(OutputCaptureExtension.class)
class MoverBancoTest {

    private static final String CARRO =
            "{\"placa\":\"%s\",\"modelo\":\"BYD\",\"capacidade_bateria\":44.9,\"nivel_bateria_atual\":12.5,\"taxa_descarga\":0.15}";
    private static final String DIA = "2026-06-02T";
    private static final String ZEROS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SENHA = "senha-de-ninguem";

    @TempDir
    private Path folder;

    private Path file;
    private String sqlite;
    private String postgresql;
    private ConfigurableApplicationContext server;
    private Operador operador;

    @BeforeEach
    void aNewDatabaseToMoveTo() {
        file = folder.resolve("servidor.db");
        sqlite = "sqlite:///" + file;
        postgresql = OnPostgresql.database(UUID.randomUUID().toString()).get("DATABASE_URL");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatIsMovedThereAndBackIsTheSameAndTheServerGoesOnWithIt(CapturedOutput output) throws Exception {
        start(sqlite, "");
        Map<String, String> codigos = aDayAtTheOperators();
        server.close();
        oneThatHasLapsedUnseen(codigos);
        String key = keyBeside(file);
        Map<String, List<String>> before = SqliteContents.of(file);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        assertThat(move(sqlite, postgresql, key)).isZero();

        assertThat(output.getOut()).contains("reservas", "igual", "Movido").doesNotContain("DIFERENTE", key);
        Path back = folder.resolve("de-volta.db");
        assertThat(move(postgresql, "sqlite:///" + back, key)).isZero();
        assertThat(SqliteContents.of(back)).isEqualTo(before);
        assertThat(SqliteContents.of(file)).isEqualTo(before);
        assertThat(keyBeside(back)).isEqualTo(key);

        for (String moved : List.of(postgresql, "sqlite:///" + back)) {
            start(moved, key);
            codigos.forEach((id, codigo) ->
                    assertThat(operador.get("/reservas/" + id).status()).isEqualTo(200));
            Answer again = reservar("pedido-1", 1, "AAA0A01", "12");
            assertThat(again.text("/reserva_id"))
                    .isEqualTo(codigos.keySet().iterator().next());
            assertThat(again.text("/codigo_reserva")).isEqualTo(codigos.get(again.text("/reserva_id")));
            Answer anew = reservar("pedido-novo", 3, "AAA0A09", "20");
            assertThat(anew.text("/codigo")).isEqualTo("OK");
            assertThat(codigos).doesNotContainKey(anew.text("/reserva_id"));
            assertThat(reservar("pedido-tarde", 1, "AAA0A08", "12").text("/codigo"))
                    .isEqualTo("POSTO_OCUPADO");
            int last = before.get("carregamentos").size();
            assertThat(carregar(5, "AAA0A07").json().path("id").asInt()).isEqualTo(last + 1);
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgres@,ninguem@,não aceita o usuário ou a senha",
        "/t_,/t_sem_banco_,não tem o banco",
        ":,:1:,DATABASE_URL deve ser como|O destino deve ser como",
    })
    void ofTheTwoAddressesTheWrongOneIsBlamed(String part, String wrong, String why, CapturedOutput output) {
        String misspelt = postgresql.replaceFirst(part, wrong);
        String[] ofSourceAndTarget = why.split("\\|");
        Path back = folder.resolve("de-volta.db");

        assertThat(move(misspelt, "sqlite:///" + back, ZEROS)).isEqualTo(1);
        assertThat(output.getErr()).contains("DATABASE_URL", ofSourceAndTarget[0]);
        int before = output.getErr().length();
        start(sqlite, "");
        server.close();
        assertThat(move(sqlite, misspelt, keyBeside(file))).isEqualTo(1);

        assertThat(output.getErr().substring(before))
                .contains(ofSourceAndTarget[ofSourceAndTarget.length - 1])
                .doesNotContain("DATABASE_URL");
    }

    @Test
    void oneWhoWorksOnItIsInTheWay(CapturedOutput output) {
        start(sqlite, "");
        assertThat(move(sqlite, postgresql, keyBeside(file))).isEqualTo(1);
        assertThat(output.getErr()).contains("já está em uso");
        server.close();
        assertThat(move(sqlite, postgresql, keyBeside(file))).isZero();

        start(postgresql, keyBeside(file));
        Path back = folder.resolve("de-volta.db");
        assertThat(move(postgresql, "sqlite:///" + back, keyBeside(file))).isEqualTo(1);
        assertThat(output.getErr()).contains("recarga escrita, recarga leitura");
        assertThat(back).doesNotExist();
    }

    @Test
    void nothingIsWrittenOver(CapturedOutput output) {
        start(sqlite, "");
        server.close();
        assertThat(move(sqlite, postgresql, keyBeside(file))).isZero();

        assertThat(move(sqlite, postgresql, keyBeside(file))).isEqualTo(1);
        assertThat(move(postgresql, sqlite, keyBeside(file))).isEqualTo(1);

        assertThat(output.getErr()).contains("não está vazio", "CREATE DATABASE", "já há um banco");
    }

    @Test
    void whatAnotherDatabaseLeftBehindDoesNotGetIntoTheNewOne(CapturedOutput output) throws IOException {
        start(sqlite, "");
        server.close();
        assertThat(move(sqlite, postgresql, keyBeside(file))).isZero();
        Path back = folder.resolve("de-volta.db");
        Files.write(folder.resolve("de-volta.db-wal"), new byte[] {1});

        assertThat(move(postgresql, "sqlite:///" + back, keyBeside(file))).isEqualTo(1);

        assertThat(output.getErr()).contains("de-volta.db-wal ficou de outro banco");
        assertThat(back).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE postos SET nome = 'Tom' || char(0) || 'ba' WHERE id = 7|postos (id = 7): nome tem um caractere NUL",
                "UPDATE postos SET nome = CAST(x'C328' AS TEXT) WHERE id = 6|postos (id = 6): nome não é UTF-8",
                "INSERT INTO mandatos VALUES (1, '', '', '', '', '', 0, 'nunca', 0)|mandatos (unico = 1): ate não é um número",
                "INSERT INTO manutencoes (id, posto_id, inicio) VALUES (9, 404, '')|manutencoes (id = 9): o banco de destino",
            })
    void aRowThatTheOtherCannotHaveIsNamedAndNothingIsLeft(String change, CapturedOutput output) throws Exception {
        start(sqlite, "");
        aDayAtTheOperators();
        server.close();
        String[] sqlAndWhy = change.split("\\|(?=[a-z]+ \\()", 2);
        execute(file, sqlAndWhy[0]);
        Map<String, List<String>> before = SqliteContents.of(file);

        assertThat(move(sqlite, postgresql, keyBeside(file))).isEqualTo(1);

        assertThat(output.getErr()).contains(sqlAndWhy[1]);
        assertThat(one("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
        assertThat(SqliteContents.of(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(left -> left.toString().contains("parcial"));
    }

    @Test
    void aKeyThatIsNotItsOwnIsRefusedWithTheWayToIt(CapturedOutput output) {
        start(sqlite, "");
        aDayAtTheOperators();
        server.close();

        assertThat(move(sqlite, postgresql, "")).isEqualTo(1);
        assertThat(move(sqlite, postgresql, ZEROS)).isEqualTo(1);
        assertThat(output.getErr()).contains("RECARGA_BANCO_CHAVE=$(openssl", "não é a chave", file + ".chave");

        assertThat(move(sqlite, postgresql, keyBeside(file))).isZero();
        Path back = folder.resolve("de-volta.db");
        assertThat(move(postgresql, "sqlite:///" + back, ZEROS)).isEqualTo(1);
        assertThat(output.getErr()).contains("não abre nada");
        assertThat(back).doesNotExist();
        assertThat(folder.resolve("de-volta.db.chave")).doesNotExist();
    }

    @Test
    void anOlderOneIsToBeUpdatedFirst(CapturedOutput output) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("db/migration/sqlite")
                .target("26")
                .load()
                .migrate();

        assertThat(move(sqlite, postgresql, keyBeside(file))).isEqualTo(1);

        assertThat(output.getErr()).contains("versão mais velha", "comece nele um processo");
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated(CapturedOutput output) {
        assertThat(move(sqlite, "postgresql://ana:" + SENHA + "@localhost/x", ""))
                .isEqualTo(1);
        assertThat(move(sqlite, "jdbc:postgresql://localhost/x?user=ana&password=" + SENHA, ""))
                .isEqualTo(1);

        assertThat(output.getErr()).contains("PGPASSWORD");
        assertThat(output.getAll()).doesNotContain(SENHA);
    }

    /** All that may lie in the tables: the id and the code of each reservation, the first one first. */
    private Map<String, String> aDayAtTheOperators() {
        Map<String, String> codigos = new LinkedHashMap<>();
        for (int n = 1; n <= 4; n++) {
            Answer answer = reservar("pedido-" + n, n, "AAA0A0" + n, "12");
            assertThat(answer.text("/codigo")).isEqualTo("OK");
            codigos.put(answer.text("/reserva_id"), answer.text("/codigo_reserva"));
        }
        List<String> ids = new ArrayList<>(codigos.keySet());
        Operador motorista = Operador.nobody(port());
        assertThat(motorista
                        .send("DELETE", "/reservas/" + ids.get(1), null, "X-Codigo-Reserva", codigos.get(ids.get(1)))
                        .status())
                .isEqualTo(200);
        assertThat(motorista
                        .send(
                                "PATCH",
                                "/reservas/" + ids.get(2),
                                "{\"inicio\":\"" + DIA + "15:00:00Z\",\"fim\":\"" + DIA + "16:00:00Z\"}",
                                "X-Codigo-Reserva",
                                codigos.get(ids.get(2)))
                        .status())
                .isEqualTo(200);
        motorista.post("/pre_reserva", """
                {"viagem_id":"v-1","expira_em":"%s","carro":%s,
                 "paradas":[{"posto_id":6,"inicio":"%s12:00:00Z","fim":"%s13:00:00Z"}]}""".formatted(NOW.plusSeconds(60), CARRO.formatted("AAA0A05"), DIA, DIA));
        assertThat(motorista
                        .post("/confirmar_reserva", "{\"viagem_id\":\"v-1\"}")
                        .status())
                .isEqualTo(200);
        motorista.post("/cancelar_reserva", "{\"viagem_id\":\"v-2\"}");
        assertThat(operador.get("/reservas/pedido-que-nao-veio").status()).isEqualTo(404);
        assertThat(operador.put("/pontos/7/manutencao", "{\"em_manutencao\":true,\"motivo\":\"Ção 🔌\"}")
                        .status())
                .isEqualTo(200);
        int id = carregar(5, "AAA0A06").json().path("id").asInt();
        server.getBean(TestClock.class).advance(Duration.ofHours(2));
        Answer ended = operador.put("/pontos/5/carregamento/" + id, "{\"energia_kwh\":2.5}");
        assertThat(ended.status()).as(ended.json().toString()).isEqualTo(200);
        return codigos;
    }

    /** A hold of the point and of the time of the first one, before it; and what nobody but replicas and requests over MQTT leave. */
    private void oneThatHasLapsedUnseen(Map<String, String> codigos) throws SQLException {
        String first = codigos.keySet().iterator().next();
        String columns = "client_id, viagem_id, posto_id, inicio, fim, criada_em, motivo, confirmada_em, preco_kwh";
        execute(file, """
                INSERT INTO reservas (id, codigo_reserva, request_id, placa, situacao, expira_em, alterada_em, %1$s)
                SELECT 'caducada', '', 'caducada', 'AAA0A02', 'PRE_RESERVADA', '%3$s', '%3$s', %1$s
                  FROM reservas WHERE id = '%2$s'""".formatted(columns, first, NOW.minus(Duration.ofMinutes(1))));
        // as those are whose point was changed since
        execute(file, "UPDATE reservas SET alterada_em = '%s' WHERE id = 'caducada'".formatted(NOW.plusSeconds(5)));
        execute(file, "INSERT OR IGNORE INTO pedidos_negados VALUES ('negado', '%s')".formatted(NOW));
        execute(file, "INSERT OR IGNORE INTO mandatos VALUES (1, 'i', '', 'c', 'p', 'd', 1, 2, 3)");
    }

    private Answer reservar(String pedido, int posto, String placa, String hora) {
        return Operador.nobody(port())
                .send(
                        "POST",
                        "/reservas",
                        """
                {"carro":%s,"posto_id":%d,"inicio":"%s%s:00:00Z","fim":"%s%s:30:00Z"}""".formatted(CARRO.formatted(placa), posto, DIA, hora, DIA, hora),
                        "Idempotency-Key",
                        pedido);
    }

    private Answer carregar(int posto, String placa) {
        Answer answer = operador.post("/pontos/%d/carregamento".formatted(posto), "{\"placa\":\"" + placa + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private void start(String url, String key) {
        server = ServerApplication.application()
                .sources(TestClock.class)
                .run(
                        "--DATABASE_URL=" + url,
                        "--RECARGA_BANCO_CHAVE=" + key,
                        "--SERVER_ID=servidor",
                        "--MQTT_BROKER=127.0.0.1",
                        // nobody listens there
                        "--MQTT_PORT=1",
                        "--recarga.mqtt.reconnect-delay=1h",
                        "--RECARGA_POSTOS_CSV=src/test/resources/postos.csv",
                        "--RECARGA_OPERADOR_SENHA=" + ServerTest.OPERADOR_SENHA,
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--hawtio.enabled=false",
                        "--logging.level.root=warn");
        operador = Operador.at(port());
    }

    private int port() {
        return ((ServletWebServerApplicationContext) server).getWebServer().getPort();
    }

    private static int move(String from, String to, String key) {
        return DatabaseCommand.run(
                ServerApplication.CONFIG_NAME, "mover", to, "--DATABASE_URL=" + from, "--RECARGA_BANCO_CHAVE=" + key);
    }

    private static String keyBeside(Path database) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(database + ".chave")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(postgresql);
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
