package br.com.recarga.server.mqtt;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.avisos.IgnorarRoute;
import br.com.recarga.server.carregamentos.ChegadaSaidaRoute;
import br.com.recarga.server.carros.AtualizarCarroRoute;
import br.com.recarga.server.manutencao.DisponibilidadeRoute;
import br.com.recarga.testkit.SoSqlite;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class TelemetriaRouteTest {

    private static final String CARRO_STATUS = "carros/ABC1234/status";
    private static final String CARRO_BATERIA = "carros/ABC1234/bateria";
    private static final String PONTO = "pontos/5/disponibilidade";
    private static final String RESERVA = "reservas/x/status";

    private static final String CARRO_JSON = "{\"placa\":\"ABC1234\",\"nivel_bateria\":8.2}";
    private static final String PONTO_JSON =
            "{\"ponto_id\":5,\"server_id\":\"server7\",\"disponivel\":false,\"em_manutencao\":true}";
    private static final String RESERVA_JSON =
            "{\"reserva_id\":\"server7-x\",\"server_id\":\"server7\",\"situacao\":\"EM_ANDAMENTO\"}";

    private static final List<String> BEHIND = List.of(
            AtualizarCarroRoute.ID,
            DisponibilidadeRoute.ID,
            ChegadaSaidaRoute.ID,
            IgnorarRoute.ID,
            DescartarRoute.MALFORMADA);

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @BeforeEach
    void aCarIsKnown() {
        server.reservar(deReserva().build());
    }

    @ParameterizedTest
    @CsvSource({
        CARRO_STATUS + ", atualizar-carro, CARRO_STATUS",
        CARRO_BATERIA + ", atualizar-carro, CARRO_BATERIA",
        PONTO + ", mudar-disponibilidade, PONTO_DISPONIBILIDADE",
        RESERVA + ", chegada-e-saida, RESERVA_SITUACAO"
    })
    void everyKindOfTheContractFindsItsUseCase(String topic, String route, Exemplo example) {
        long before = server.exchanges(route);
        long malformed = server.exchanges(DescartarRoute.MALFORMADA);
        String ours = new String(example.bytes(), StandardCharsets.UTF_8).replace("server1", "server7");

        assertThat(server.hear(topic, ours).getException()).isNull();

        assertThat(server.exchanges(route)).isEqualTo(before + 1);
        assertThat(server.exchanges(DescartarRoute.MALFORMADA)).isEqualTo(malformed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {PONTO + "|" + PONTO_JSON, RESERVA + "|" + RESERVA_JSON})
    void whatNamesAnotherServerIsDroppedAndNothingBehindTheFilterRuns(String topic, String json) {
        List<Long> before = BEHIND.stream().map(server::exchanges).toList();
        long heard = server.exchanges(TelemetriaRoute.ID);

        server.hear(topic, json.replace("server7", "server8"));
        server.hear(topic, json.replace("server7", "SERVER7"));
        // cannot be read as a whole, but says early enough that it is not for us
        server.hear(topic, "{\"server_id\":\"server8\",,,");

        assertThat(server.exchanges(TelemetriaRoute.ID)).isEqualTo(heard + 3);
        assertThat(BEHIND.stream().map(server::exchanges).toList()).isEqualTo(before);
    }

    static Stream<Arguments> malformed() {
        Stream<Arguments> anywhere = Stream.of(CARRO_STATUS, CARRO_BATERIA, PONTO, RESERVA)
                .flatMap(topic -> Stream.of(
                                "",
                                " ",
                                "null",
                                "[]",
                                "1",
                                "\"texto\"",
                                "{",
                                "{}",
                                "{\"server_id\":\"server7\"}",
                                "{}x",
                                "{\"server_id\":7}",
                                "\u0000")
                        .map(json -> Arguments.of(topic, json)));
        Stream<Arguments> cars = Stream.of(CARRO_STATUS, CARRO_BATERIA)
                .flatMap(topic -> Stream.of(
                                CARRO_JSON.replace("ABC1234", ""),
                                CARRO_JSON.replace("ABC1234", "ABC1234/../x"),
                                CARRO_JSON.replace("\"ABC1234\"", "1234"),
                                CARRO_JSON.replace("8.2", "-1"),
                                CARRO_JSON.replace("8.2", "1001"),
                                CARRO_JSON.replace("8.2", "1e999"),
                                CARRO_JSON.replace("8.2", "\"8.2\""),
                                CARRO_JSON.replace("8.2", "null"),
                                CARRO_JSON.replace("8.2", "8.2,\"nivel_bateria\":30"),
                                CARRO_JSON.replace("8.2", "8.2,\"taxa_descarga\":0"),
                                CARRO_JSON.replace("8.2", "8.2,\"em_carregamento\":\"sim\""),
                                CARRO_JSON.replace("8.2", "8.2,\"localizacao\":\"-12\""),
                                CARRO_JSON.replace("8.2", "8.2,\"localizacao\":\"-91,0\""),
                                CARRO_JSON.replace("8.2", "8.2,\"localizacao\":\"\""))
                        .map(json -> Arguments.of(topic, json)));
        Stream<Arguments> points = Stream.of(
                        PONTO_JSON.replace("\"server_id\":\"server7\",", ""),
                        PONTO_JSON.replace(":5", ":0"),
                        PONTO_JSON.replace(":5", ":\"5\""),
                        PONTO_JSON.replace(":5", ":99"),
                        PONTO_JSON.replace("\"disponivel\":false,", ""),
                        PONTO_JSON.replace("false", "\"não\""),
                        PONTO_JSON.replace("true", "1"))
                .map(json -> Arguments.of(PONTO, json));
        Stream<Arguments> reservations = Stream.of(
                        RESERVA_JSON.replace("\"server_id\":\"server7\",", ""),
                        RESERVA_JSON.replace("server7-x", ""),
                        RESERVA_JSON.replace("EM_ANDAMENTO", "em_andamento"),
                        RESERVA_JSON.replace("\"EM_ANDAMENTO\"", "3"))
                .map(json -> Arguments.of(RESERVA, json));
        return Stream.of(anywhere, cars, points, reservations).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("malformed")
    void whatIsMalformedIsCountedAndNeverAnswered(String topic, String json, CapturedOutput output) {
        String before = dump();
        int published = server.published().size();
        long malformed = server.exchanges(DescartarRoute.MALFORMADA);
        int logged = output.length();

        Exchange heard = server.hear(topic, json);

        assertThat(heard.getException()).isNull();
        assertThat(server.exchanges(DescartarRoute.MALFORMADA)).isEqualTo(malformed + 1);
        assertThat(server.published()).hasSize(published);
        assertThat(dump()).isEqualTo(before);
        assertThat(output.toString().substring(logged)).doesNotContain("ABC1234");
    }

    @Test
    void bytesThatAreNoTextAreCounted() {
        long malformed = server.exchanges(DescartarRoute.MALFORMADA);

        Exchange noObject = server.hear(CARRO_STATUS, new byte[] {(byte) 0xC3, 0x28, 0, 1, 2});
        Exchange object = server.hear(CARRO_STATUS, new byte[] {'{', '"', (byte) 0xC3, 0x28, '"'});

        assertThat(noObject.getException()).isNull();
        assertThat(object.getException()).isNull();
        assertThat(server.exchanges(DescartarRoute.MALFORMADA)).isEqualTo(malformed + 2);
    }

    @Test
    @SoSqlite
    void aDatabaseThatFailsStopsNobodyAndTheLogDoesNotSayWhoseTelemetryWasLost(CapturedOutput output) throws Exception {
        try (Connection other = DriverManager.getConnection(url());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Exchange heard = server.hear(CARRO_STATUS, CARRO_JSON);

            statement.execute("ROLLBACK");
            assertThat(heard.getException()).isNull();
        }
        assertThat(output).contains("Telemetry was lost").doesNotContain("ABC1234");

        server.hear(CARRO_STATUS, CARRO_JSON);
        assertThat(dump()).contains("nivel_bateria_atual=8.2");
    }

    @Test
    void anOperatorsSwitchIsHeardHoweverOftenItIsSaid() {
        server.hear(PONTO, PONTO_JSON);
        String once = dump();

        server.hear(PONTO, PONTO_JSON);

        assertThat(dump()).isEqualTo(once);
        assertThat(disponivel(5)).isFalse();
        assertThat(server.rows("manutencoes")).isEqualTo(1);

        server.hear(
                PONTO,
                PONTO_JSON.replace("false", "true").replace("\"em_manutencao\":true", "\"em_manutencao\":false"));
        assertThat(disponivel(5)).isTrue();
    }

    private boolean disponivel(int postoId) {
        return jdbc.sql("SELECT disponivel FROM postos WHERE id = ?")
                .param(postoId)
                .query(Boolean.class)
                .single();
    }

    /** Everything that telemetry could change. */
    private String dump() {
        return Stream.of("postos", "carros", "reservas", "reservas_historico", "manutencoes")
                .map(table -> jdbc.sql("SELECT * FROM " + table + " ORDER BY 1")
                        .query()
                        .listOfRows())
                .flatMap(List::stream)
                .map(Map::toString)
                .reduce("", (all, row) -> all + row + "\n");
    }

    private String url() throws Exception {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
