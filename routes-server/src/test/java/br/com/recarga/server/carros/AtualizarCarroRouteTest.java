package br.com.recarga.server.carros;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.avisos.IgnorarRoute;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A car of 44.5 kWh that has reserved here with 22.3 kWh in its battery. */
@ServerTest
class AtualizarCarroRouteTest {

    private static final String BATERIA = "carros/ABC1234/bateria";
    private static final String STATUS = "carros/ABC1234/status";

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aCarReserves() {
        server.reservar(deReserva().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {BATERIA, STATUS})
    void whatACarTellsIsKeptAndTheRestStays(String topic) {
        Map<String, Object> before = carro();
        clock.advance(Duration.ofMinutes(1));

        server.hear(topic, "{\"placa\":\"ABC1234\",\"nivel_bateria\":30.5}");

        Map<String, Object> after = carro();
        assertThat(after)
                .containsEntry("nivel_bateria_atual", 30.5)
                .containsEntry("atualizado_em", "2026-06-01T12:01:00Z");
        before.putAll(Map.of("nivel_bateria_atual", 30.5, "atualizado_em", "2026-06-01T12:01:00Z"));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {BATERIA, STATUS})
    void theRateAndThePositionAreKeptUntilTheyAreToldAnew(String topic) {
        server.hear(topic, """
                {"placa":"ABC1234","nivel_bateria":30,"taxa_descarga":0.21,"localizacao":"-12.2664,-38.9663"}""");
        server.hear(topic, "{\"placa\":\"ABC1234\",\"nivel_bateria\":29}");

        assertThat(carro())
                .containsEntry("nivel_bateria_atual", 29.0)
                .containsEntry("taxa_descarga", 0.21)
                .containsEntry("latitude", -12.2664)
                .containsEntry("longitude", -38.9663);
    }

    @Test
    void whetherTheCarChargesIsToldByItsStatusOnly() {
        server.hear(STATUS, "{\"placa\":\"ABC1234\",\"nivel_bateria\":30,\"em_carregamento\":true}");
        assertThat(carro()).containsEntry("em_carregamento", 1);

        server.hear(BATERIA, "{\"placa\":\"ABC1234\",\"nivel_bateria\":31,\"em_carregamento\":false}");
        server.hear(BATERIA, "{\"placa\":\"ABC1234\",\"nivel_bateria\":32}");
        server.hear(STATUS, "{\"placa\":\"ABC1234\",\"nivel_bateria\":33}");
        assertThat(carro()).containsEntry("em_carregamento", 1).containsEntry("nivel_bateria_atual", 33.0);

        server.hear(STATUS, "{\"placa\":\"ABC1234\",\"nivel_bateria\":34,\"em_carregamento\":false}");
        assertThat(carro()).containsEntry("em_carregamento", 0);
    }

    @Test
    void thePlateOfTheBodyCountsInEverySpelling() {
        server.hear("carros/outra/status", "{\"placa\":\" abc-1234 \",\"nivel_bateria\":30}");

        assertThat(carro()).containsEntry("nivel_bateria_atual", 30.0);
    }

    @ParameterizedTest(name = "{0} kWh: {1}")
    @CsvSource({"44.5, 44.5", "44.51, 22.3"})
    void aLevelThatTheBatteryCannotHoldChangesNothing(double told, double kept) {
        server.hear(STATUS, "{\"placa\":\"ABC1234\",\"nivel_bateria\":%s,\"em_carregamento\":false}".formatted(told));

        assertThat(carro()).containsEntry("nivel_bateria_atual", kept);
    }

    @Test
    void theSameMessageASecondTimeChangesNothing() {
        String json = """
                {"placa":"ABC1234","nivel_bateria":8,"taxa_descarga":0.2,"em_carregamento":false,"localizacao":"-12,-38"}""";
        server.hear(STATUS, json);
        Map<String, Object> before = carro();
        int published = server.published().size();

        server.hear(STATUS, json);

        assertThat(carro()).isEqualTo(before).containsEntry("em_alerta", 1);
        assertThat(server.published()).hasSize(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {BATERIA, STATUS})
    void anUnknownCarStaysUnknownAndIsCounted(String topic) {
        long ignored = server.exchanges(IgnorarRoute.ID);
        int published = server.published().size();
        Map<String, Object> before = carro();

        server.hear(topic, "{\"placa\":\"XYZ9876\",\"nivel_bateria\":1}");

        assertThat(server.rows("carros")).isEqualTo(1);
        assertThat(carro()).isEqualTo(before);
        assertThat(server.published()).hasSize(published);
        assertThat(server.exchanges(IgnorarRoute.ID)).isEqualTo(ignored + 1);
    }

    private Map<String, Object> carro() {
        Map<String, Object> row =
                jdbc.sql("SELECT * FROM carros WHERE placa = 'ABC1234'").query().singleRow();
        // SQLite has no truth values, and PostgreSQL has
        row.replaceAll((column, value) -> value instanceof Boolean truth ? truth ? 1 : 0 : value);
        return row;
    }
}
