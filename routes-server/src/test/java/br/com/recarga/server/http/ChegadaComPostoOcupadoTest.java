package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.avisos.IgnorarRoute;
import br.com.recarga.server.http.Operador.Answer;
import br.com.recarga.server.reservas.ExpirarRoute;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A driver arrives in time, and the car before is still plugged in: he is not the one who is late. */
@ServerTest
class ChegadaComPostoOcupadoTest {

    private static final String OTHER = "XYZ9A87";
    private static final String LATE = "O carro chegou a tempo, mas não pôde carregar até o fim da janela";

    /** How the server hears of it. */
    enum Door {
        HTTP,
        MQTT
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;
    private String charge;
    private Resposta reserved;

    /** A car without a reservation charges since noon at the point that another has reserved from half past twelve on. */
    @BeforeEach
    void thePointIsTaken() {
        operador = Operador.at(port);
        charge = operador.post("/pontos/1/carregamento", "{\"placa\":\"%s\"}".formatted(OTHER))
                .text("/id");
        reserved = server.reservar(deReserva()
                .janela(NOW.plus(Duration.ofMinutes(30)), NOW.plus(Duration.ofMinutes(90)))
                .build());
        assertThat(reserved.reservaId()).isNotNull();
        clock.advance(Duration.ofMinutes(32));
    }

    @ParameterizedTest
    @EnumSource
    void anArrivalThatWasHeardStopsTheNoShow(Door door) {
        arrive(door);
        clock.advance(Duration.ofMinutes(57));
        server.fire(ExpirarRoute.ID);

        JsonNode reserva = reserva();
        assertThat(reserva.path("situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(reserva.path("chegou_em").asText()).isEqualTo("2026-06-01T09:32:00-03:00");
        assertThat(reserva.at("/historico/1/motivo").asText())
                .isEqualTo("O carro chegou, e outro ainda carrega no posto");
        assertThat(reserva.at("/historico/1/por").asText()).isEqualTo("sistema");
    }

    @ParameterizedTest
    @EnumSource
    void itLapsesWhenItsWindowEndsInHonestWords(Door door) {
        arrive(door);
        clock.advance(Duration.ofMinutes(58));
        server.fire(ExpirarRoute.ID);

        assertThat(reserva().path("situacao").asText()).isEqualTo("EXPIRADA");
        assertThat(reserva().at("/historico/2/motivo").asText()).isEqualTo(LATE);
        Answer again = operador.post("/pontos/1/carregamento", arrival());
        assertThat(again.codigo()).isEqualTo("RESERVA_EXPIRADA");
        assertThat(again.text("/mensagem"))
                .isEqualTo("A reserva expirou: o carro chegou a tempo, mas não pôde carregar até o fim da janela");
    }

    @ParameterizedTest
    @EnumSource
    void onceThePointIsFreeARepeatedArrivalBegins(Door door) {
        arrive(door);
        operador.put("/pontos/1/carregamento/" + charge, "{\"energia_kwh\":12}");
        clock.advance(Duration.ofMinutes(40));
        arrive(door);

        assertThat(reserva().path("situacao").asText()).isEqualTo("EM_ANDAMENTO");
        assertThat(reserva().has("chegou_em")).isFalse();
        assertThat(operador.get("/carregamentos?em_curso=true").text("/carregamentos/0/reserva_id"))
                .isEqualTo(reserved.reservaId());
    }

    @Test
    void theOperatorHearsAtOnceWhereElseTheCarCouldCharge() {
        server.emManutencao(3);

        Answer refused = operador.post("/pontos/1/carregamento", arrival());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.codigo()).isEqualTo("POSTO_OCUPADO");
        assertThat(refused.text("/mensagem"))
                .isEqualTo("Outro carro ainda carrega no posto 1. A chegada está anotada: a reserva vale até"
                        + " 01/06/2026 10:30. Para reservar outro posto, cancele antes esta reserva");
        assertThat(refused.json().path("alternativas"))
                .extracting(posto -> posto.path("id").asInt())
                .containsExactly(4, 7, 8);
        assertThat(operador.post("/pontos/1/carregamento", arrival()).json()).isEqualTo(refused.json());
    }

    @ParameterizedTest
    @EnumSource
    void theClientThatReservedHearsItEachTimeAndTheHistoryOnce(Door door) {
        long ignored = server.exchanges(IgnorarRoute.ID);
        arrive(door);
        arrive(door);

        List<Published> events = events();
        assertThat(events).hasSize(2);
        assertThat(events.get(1).json()).isEqualTo(events.get(0).json());
        assertThat(reserva().path("historico")).hasSize(2);
        assertThat(events.get(0).topic()).isEqualTo("client/client_servidor_1/reservas/evento");
        assertThat(events.get(0).text("situacao")).isEqualTo("CONFIRMADA");
        assertThat(events.get(0).text("codigo")).isEqualTo("POSTO_OCUPADO");
        assertThat(events.get(0).text("motivo"))
                .isEqualTo("O carro chegou, e outro ainda carrega no posto. Para reservar outro posto, cancele antes"
                        + " esta reserva");
        assertThat(events.get(0).json().at("/alternativas/0/id").asInt()).isEqualTo(4);
        assertThat(server.exchanges(IgnorarRoute.ID)).isEqualTo(ignored);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitedAndLeavesGivesItsPointBack(Door door) {
        arrive(door);

        tell("CONCLUIDA");

        assertReleased("O carro saiu sem ter carregado");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitedAndChargesElsewhereWithoutAReservationGivesItsPointBack(Door door) {
        arrive(door);

        assertThat(operador.post("/pontos/4/carregamento", "{\"placa\":\"%s\"}".formatted(reserved.placa()))
                        .status())
                .isEqualTo(200);

        assertReleased("O carro já não espera: carrega noutro posto");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitedAndChargesElsewhereAsReservedGivesItsPointBack(Door door) {
        String next = server.reservar(deReserva()
                        .id("r-2")
                        .posto(4)
                        .janela(NOW.plus(Duration.ofMinutes(90)), NOW.plus(Duration.ofMinutes(120)))
                        .build())
                .reservaId();
        arrive(door);
        clock.advance(Duration.ofMinutes(48));

        operador.post("/pontos/4/carregamento", "{\"reserva_id\":\"%s\"}".formatted(next));

        assertThat(operador.get("/reservas/" + next).text("/reservas/0/situacao"))
                .isEqualTo("EM_ANDAMENTO");
        assertReleased("O carro já não espera: carrega noutro posto");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverComesInTimeWhileItsOwnChargeGoesOnElsewhereHasCome(Door door) {
        operador.put("/pontos/1/carregamento/" + charge, "{\"energia_kwh\":12}");
        operador.post("/pontos/4/carregamento", "{\"placa\":\"%s\"}".formatted(reserved.placa()));

        arrive(door);

        assertThat(reserva().path("chegou_em").asText()).isEqualTo("2026-06-01T09:32:00-03:00");
        assertThat(reserva().at("/historico/1/motivo").asText())
                .isEqualTo("O carro chegou, e o seu carregamento de antes ainda não terminou");
        assertThat(events()).hasSize(1);
        assertThat(events().get(0).json().has("alternativas")).isFalse();
        clock.advance(Duration.ofMinutes(58));
        server.fire(ExpirarRoute.ID);
        assertThat(reserva().at("/historico/2/motivo").asText()).isEqualTo(LATE);
    }

    @Test
    void theAlternativesHaveThePlugThatWasReserved() {
        List<JsonNode> before = operador.post("/pontos/1/carregamento", arrival())
                .json()
                .path("alternativas")
                .findValues("id");
        jdbc.sql("UPDATE postos SET tipo_conector = 'GB/T' WHERE id = 1").update();

        Answer refused = operador.post("/pontos/1/carregamento", arrival());

        assertThat(before).isNotEmpty();
        assertThat(refused.json().path("alternativas").findValues("id")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void itNeverChargesWhileAnotherDoes(Door door) {
        arrive(door);

        assertThat(server.rows("carregamentos")).isEqualTo(1);
        Answer running = operador.get("/carregamentos?em_curso=true&posto_id=1");
        assertThat(running.text("/carregamentos/0/placa")).isEqualTo(OTHER);
        assertThat(running.text("/carregamentos/0/atrasado"))
                .as("passed its time")
                .isEqualTo("true");
        assertThat(running.text("/carregamentos/0/prazo")).isEqualTo("2026-06-01T09:30:00-03:00");
    }

    @Test
    void whoeverMovesToAnotherWindowIsExpectedAnew() {
        arrive(Door.HTTP);
        operador.put("/pontos/1/carregamento/" + charge, "{}");

        operador.send(
                "PATCH", "/reservas/" + reserved.reservaId(), "{\"inicio\":\"%s\"}".formatted(NOW.plusSeconds(7200)));

        assertThat(reserva().has("chegou_em")).isFalse();
        clock.advance(Duration.ofMinutes(103));
        assertThat(reserva().path("situacao").asText()).isEqualTo("EXPIRADA");
    }

    @ParameterizedTest
    @EnumSource
    void whoComesFarTooEarlyHasNotArrived(Door door) {
        clock.reset();
        arrive(door);

        assertThat(reserva().has("chegou_em")).isFalse();
        assertThat(reserva().path("historico")).hasSize(1);
    }

    private void assertReleased(String motivo) {
        assertThat(reserva().path("situacao").asText()).isEqualTo("CANCELADA");
        assertThat(reserva().has("chegou_em")).as("waits no more").isFalse();
        assertThat(reserva().at("/historico/2/motivo").asText()).isEqualTo(motivo);
        Published last = events().get(events().size() - 1);
        assertThat(last.text("situacao")).isEqualTo("CANCELADA");
        assertThat(last.text("motivo")).isEqualTo(motivo);
        assertThat(last.json().has("codigo")).isFalse();
        operador.put("/pontos/1/carregamento/" + charge, "{}");
        assertThat(operador.post("/pontos/1/carregamento", "{\"placa\":\"JKL4M56\"}")
                        .status())
                .as("the point is free for the next")
                .isEqualTo(200);
    }

    private List<Published> events() {
        return server.published().stream()
                .filter(published -> published.topic().endsWith("/reservas/evento"))
                .toList();
    }

    private void arrive(Door door) {
        if (door == Door.HTTP) {
            operador.post("/pontos/1/carregamento", arrival());
        } else {
            tell("EM_ANDAMENTO");
        }
    }

    private void tell(String situacao) {
        server.hear(
                "reservas/" + reserved.reservaId() + "/status",
                "{\"reserva_id\":\"%s\",\"server_id\":\"server7\",\"situacao\":\"%s\"}"
                        .formatted(reserved.reservaId(), situacao));
    }

    private String arrival() {
        return "{\"reserva_id\":\"%s\"}".formatted(reserved.reservaId());
    }

    private JsonNode reserva() {
        return operador.get("/reservas/" + reserved.reservaId()).json().at("/reservas/0");
    }
}
