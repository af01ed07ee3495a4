package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Acesso;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Papel;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of several operators each history says which of them it was; and drivers are told no operator's name. */
@ServerTest
class QuemFezTest {

    private static final String ANA = ServerTest.PESSOA;

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    private Operador ana;
    private Operador operador;
    private Resposta reserva;

    @BeforeEach
    void aReservation() {
        ana = Operador.ana(port);
        operador = Operador.at(port);
        reserva = server.reservar(
                deReserva().posto(1).janela(NOW, NOW.plusSeconds(7200)).build());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /reservas/RESERVA |",
                "PATCH  | /reservas/RESERVA | {\"fim\":\"2026-06-01T13:00:00Z\"}",
                "PUT    | /pontos/1/disponibilidade | {\"disponivel\":false}",
                "PUT    | /pontos/1/manutencao | {\"em_manutencao\":true}",
                "POST   | /pontos/1/carregamento | {\"reserva_id\":\"RESERVA\"}"
            })
    void whatAnOperatorChangesHasTheOperatorsName(String method, String path, String body) {
        String id = reserva.reservaId();

        Answer answer =
                ana.send(method, path.replace("RESERVA", id), body == null ? null : body.replace("RESERVA", id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(historico(operador.get("/reservas/" + id)))
                .extracting(mudanca -> mudanca.path("por").asText() + " "
                        + mudanca.path("operador").asText("-"))
                .containsExactly("motorista -", "operador " + ANA);
    }

    @Test
    void whatTheDriverOrAnotherOperatorDoesNextHasNotThatName() {
        String path = "/reservas/" + reserva.reservaId();
        ana.send("PATCH", path, "{\"fim\":\"2026-06-01T13:00:00Z\"}");
        motorista("PATCH", path, "{\"fim\":\"2026-06-01T13:10:00Z\"}");
        operador.send("DELETE", path, null);

        assertThat(historico(ana.get(path)))
                .extracting(mudanca -> mudanca.path("operador").asText("-"))
                .containsExactly("-", ANA, "-", ServerTest.OPERADOR);
    }

    @Test
    void aDriverIsNotTold() {
        String path = "/reservas/" + reserva.reservaId();
        ana.send("DELETE", path, null);

        Answer seen = motorista("GET", path, null);

        assertThat(historico(seen))
                .extracting(mudanca -> mudanca.path("por").asText())
                .containsExactly("motorista", "operador");
        assertThat(seen.json().toString()).doesNotContain(ANA);
        assertThat(server.published())
                .filteredOn(message -> message.topic().endsWith("/reservas/evento"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.json().toString()).doesNotContain(ANA));
    }

    @Test
    void ofAChargeItIsWhoSaidItsEnergy() {
        String path = "/pontos/1/carregamento";
        Answer begun = operador.post(path, "{\"reserva_id\":\"%s\"}".formatted(reserva.reservaId()));
        String charge = path + "/" + begun.text("/id");
        ana.put(charge, "{\"energia_kwh\":1}");
        operador.send("PATCH", charge, "{\"energia_kwh\":2,\"motivo\":\"lido errado\"}");

        assertThat(operador.get(charge).json().path("historico").valueStream().toList())
                .extracting(mudanca -> mudanca.path("operador").asText())
                .containsExactly(ANA, ServerTest.OPERADOR);
    }

    @Test
    void whoHasComeInIsToldWhoHeIsAndWhatHeMay() {
        assertThat(ana.get("/operadores/eu").json())
                .isEqualTo(ContractJson.mapper().valueToTree(new Acesso(ServerTest.SERVER_ID, ANA, Papel.OPERAR)));
        assertThat(operador.get("/operadores/eu").text("/papel")).isEqualTo("administrar");
        assertThat(Operador.nobody(port).get("/operadores/eu").status()).isEqualTo(401);
    }

    private Answer motorista(String method, String path, String body) {
        return Operador.nobody(port).send(method, path, body, "X-Codigo-Reserva", reserva.codigoReserva());
    }

    private static List<JsonNode> historico(Answer answer) {
        return answer.json().at("/reservas/0/historico").valueStream().toList();
    }
}
