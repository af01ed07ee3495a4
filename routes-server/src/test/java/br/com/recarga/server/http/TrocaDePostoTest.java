package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator gives a reservation the point beside the one that it has, and its driver is told. */
@ServerTest
class TrocaDePostoTest {

    private static final Instant BEGIN = NOW.plus(Duration.ofHours(1));
    private static final Instant END = NOW.plus(Duration.ofHours(2));

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;
    private Resposta reserva;

    @BeforeEach
    void pointsBesideTheReservedOne() {
        operador = Operador.at(port);
        insert(91, -12.0005, "CHAdeMO", 60);
        insert(92, -12.0005, "CCS2", 60);
        insert(93, -12.0005, "CHAdeMO", 22);
        insert(94, -12.0020, "CHAdeMO", 60);
        insert(95, -12, "CHAdeMO", 50);
        reserva = server.reservar(
                deReserva().id("r-1").posto(3).janela(BEGIN, END).build());
    }

    /** Other tests know the points of their file only. */
    @AfterEach
    void asBefore() {
        List.of("carregamentos", "manutencoes", "reservas")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        jdbc.sql("DELETE FROM postos WHERE id > 90").update();
    }

    private void insert(int id, double latitude, String conector, double potencia) {
        jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                        VALUES (?, ?, 'Feira de Santana', 'BA', ?, -38.01, ?, ?, 9.99)""").params(id, "Vaga " + id, latitude, potencia, conector).update();
    }

    @Test
    void theReservationIsAtTheOtherPointAsAgreedAndItsClientHearsOfIt() {
        int before = server.published().size();

        Answer answer = trocar(91, "Troca do cabo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.codigo()).isEqualTo("OK");
        assertThat(answer.text("/posto_id")).isEqualTo("91");
        assertThat(answer.text("/situacao")).isEqualTo("CONFIRMADA");
        JsonNode now = reserva();
        assertThat(now.path("posto_id").asInt()).isEqualTo(91);
        assertThat(now.path("inicio").asText()).isEqualTo("2026-06-01T10:00:00-03:00");
        assertThat(now.path("fim").asText()).isEqualTo("2026-06-01T11:00:00-03:00");
        assertThat(now.at("/termos/preco_kwh").asDouble()).isEqualTo(1.9);
        assertThat(now.at("/termos/potencia_maxima").asDouble()).isEqualTo(50);
        String motivo = "Passou do posto 3, A um km, para o posto 91, Vaga 91: Troca do cabo";
        assertThat(now.path("historico")).hasSize(2);
        assertThat(now.at("/historico/1/motivo").asText()).isEqualTo(motivo);
        assertThat(now.at("/historico/1/operador").asText()).isEqualTo(ServerTest.OPERADOR);
        assertThat(events(before)).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo("client/client_servidor_1/reservas/evento");
            assertThat(event.json().path("posto_id").asInt()).isEqualTo(91);
            assertThat(event.text("por")).isEqualTo("operador");
            assertThat(event.text("motivo")).isEqualTo(motivo);
        });
    }

    @Test
    void besideIsWhereItWasReservedWhereverThePointHasGoneSince() {
        jdbc.sql("UPDATE postos SET latitude = latitude + 1 WHERE id = 3").update();
        try {
            assertThat(trocar(91, null).codigo()).isEqualTo("OK");
        } finally {
            jdbc.sql("UPDATE postos SET latitude = latitude - 1 WHERE id = 3").update();
        }
    }

    @Test
    void theOldPointIsFreeAndTheNewOneTaken() {
        trocar(91, null);

        assertThat(outra("r-2", 3).codigo().name()).isEqualTo("OK");
        assertThat(outra("r-3", 91).codigo().name()).isEqualTo("POSTO_OCUPADO");
    }

    @Test
    void aRepetitionGetsTheSameAnswerAndTellsNobody() {
        Answer first = trocarComChave("k-1", 91);
        int before = server.published().size();

        Answer again = trocarComChave("k-1", 91);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(trocarComChave("k-1", 95).codigo()).isEqualTo("CHAVE_REUTILIZADA");
        assertThat(trocarComChave("k-2", 91).codigo()).isEqualTo("OK");
        assertThat(events(before)).isEmpty();
        assertThat(reserva().path("historico")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2, 422, DADOS_INVALIDOS, posto_id", "92, 422, DADOS_INVALIDOS, posto_id", "93, 422, DADOS_INVALIDOS, posto_id",
        "94, 422, DADOS_INVALIDOS, posto_id", "999, 404, POSTO_INEXISTENTE,", "0, 422, DADOS_INVALIDOS, posto_id"
    })
    void anotherPointThatIsNoneBesideItIsRefused(int postoId, int status, String codigo, String campo) {
        Answer answer = trocar(postoId, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
        assertThat(reserva().path("posto_id").asInt()).isEqualTo(3);
    }

    @Test
    void aPointThatIsTakenOffOrInMaintenanceThenIsRefused() {
        outra("r-2", 91);
        assertThat(trocar(91, null).codigo()).isEqualTo("POSTO_OCUPADO");

        operador.put("/pontos/95/disponibilidade", "{\"disponivel\":false}");
        assertThat(trocar(95, null).codigo()).isEqualTo("POSTO_OCUPADO");

        operador.put("/pontos/95/disponibilidade", "{\"disponivel\":true,\"em_manutencao\":true}");
        assertThat(trocar(95, null).codigo()).isEqualTo("POSTO_EM_MANUTENCAO");
        assertThat(reserva().path("posto_id").asInt()).isEqualTo(3);
        assertThat(reserva().path("historico")).hasSize(1);
    }

    @Test
    void whatWaitsForNoCarIsRefused() {
        operador.send("DELETE", "/reservas/" + reserva.reservaId(), null);

        assertThat(trocar(91, null).codigo()).isEqualTo("TRANSICAO_INVALIDA");
        assertThat(operador.put("/reservas/server7-nada/posto", "{\"posto_id\":91}")
                        .codigo())
                .isEqualTo("RESERVA_INEXISTENTE");
    }

    @Test
    void onlyAnOperatorMayAlsoWithTheCode() {
        Answer answer = Operador.nobody(port)
                .send(
                        "PUT",
                        "/reservas/" + reserva.reservaId() + "/posto",
                        "{\"posto_id\":91}",
                        "X-Codigo-Reserva",
                        reserva.codigoReserva());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(reserva().path("posto_id").asInt()).isEqualTo(3);
    }

    @Test
    void whatWasSaidOfTheOldPointIsNotSaidOfTheNewOne() {
        operador.put("/pontos/3/disponibilidade", "{\"disponivel\":false}");
        assertThat(reserva().path("aviso").asText()).contains("desligado");

        try {
            trocar(91, null);

            assertThat(reserva().has("aviso")).isFalse();
            assertThat(reserva().path("historico")).hasSize(3);
        } finally {
            operador.put("/pontos/3/disponibilidade", "{\"disponivel\":true}");
        }
    }

    @Test
    void aCarThatWaitsForItsPointChargesAtTheOneBesideIt() {
        assertThat(operador.post("/pontos/3/carregamento", "{\"placa\":\"FIC4R40\"}")
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        String arrival = "{\"reserva_id\":\"%s\"}".formatted(reserva.reservaId());
        assertThat(operador.post("/pontos/3/carregamento", arrival).codigo()).isEqualTo("POSTO_OCUPADO");

        assertThat(trocar(91, null).codigo()).isEqualTo("OK");

        assertThat(operador.post("/pontos/91/carregamento", arrival).status()).isEqualTo(200);
        assertThat(reserva().path("situacao").asText()).isEqualTo("EM_ANDAMENTO");
    }

    @Test
    void ofTwoThatAreToHaveTheSamePointAtOnceOneGetsIt() throws Exception {
        Resposta other = outra("r-2", 95);
        List<String> ids = List.of(reserva.reservaId(), other.reservaId());

        List<Answer> answers =
                Juntos.todos(8, i -> operador.put("/reservas/" + ids.get(i % 2) + "/posto", "{\"posto_id\":91}"));

        assertThat(answers).extracting(Answer::codigo).containsOnly("OK", "POSTO_OCUPADO");
        assertThat(server.rows("reservas_ativas WHERE posto_id = 91")).isOne();
    }

    private Answer trocar(int postoId, String motivo) {
        String why = motivo == null ? "" : ",\"motivo\":\"%s\"".formatted(motivo);
        return operador.put(
                "/reservas/" + reserva.reservaId() + "/posto", "{\"posto_id\":%d%s}".formatted(postoId, why));
    }

    private Answer trocarComChave(String chave, int postoId) {
        return operador.send(
                "PUT",
                "/reservas/" + reserva.reservaId() + "/posto",
                "{\"posto_id\":%d}".formatted(postoId),
                "Idempotency-Key",
                chave);
    }

    /** Of another car, in the same window. */
    private Resposta outra(String id, int postoId) {
        return server.reservar(deReserva()
                .id(id)
                .placa("XYZ9A87")
                .posto(postoId)
                .janela(BEGIN, END)
                .build());
    }

    /** As its operator sees it. */
    private JsonNode reserva() {
        return operador.get("/reservas/" + reserva.reservaId()).json().at("/reservas/0");
    }

    private List<Published> events(int before) {
        return server.published().stream()
                .skip(before)
                .filter(message -> message.topic().endsWith("/reservas/evento"))
                .toList();
    }
}
