package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One operator's points in three zones: it is noon in UTC. */
@ServerTest
class HoraDoLugarHttpTest {

    private static final int NORONHA = 901;
    private static final int ACRE = 902;
    private static final int LISBOA = 903;

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;

    @BeforeEach
    void points() {
        operador = Operador.at(port);
        point(NORONHA, "Vila dos Remédios", -3.8396, -32.4139);
        point(ACRE, "Estrada Dias Martins", -9.9740, -67.8076);
        point(LISBOA, "Baixa", 38.7103, -9.1365);
    }

    @AfterEach
    void noPoints() {
        for (String table : List.of("carregamentos", "manutencoes", "reservas")) {
            jdbc.sql("DELETE FROM " + table + " WHERE posto_id >= " + NORONHA).update();
        }
        jdbc.sql("DELETE FROM postos WHERE id >= " + NORONHA).update();
    }

    @ParameterizedTest
    @CsvSource({
        "901, America/Noronha, 2026-06-02T10:00:00-02:00",
        "902, America/Rio_Branco, 2026-06-02T07:00:00-05:00",
        "1, America/Sao_Paulo, 2026-06-02T09:00:00-03:00",
        // abroad its operator's zone has to do
        "903, America/Sao_Paulo, 2026-06-02T09:00:00-03:00"
    })
    void aReservationIsToldByTheClocksOfItsPoint(int posto, String fuso, String inicio) {
        Resposta reserva = reservar(posto);
        String path = "/reservas/" + reserva.reservaId() + "?codigo=" + reserva.codigoReserva();

        assertThat(reserva.fuso()).isEqualTo(fuso);
        assertThat(reserva.inicio()).hasToString(inicio.replace(":00-", "-"));
        JsonNode details = operador.get(path).json().at("/reservas/0");
        assertThat(details.path("fuso").asText()).isEqualTo(fuso);
        assertThat(details.path("inicio").asText()).isEqualTo(inicio);
        String offset = inicio.substring(19);
        assertThat(details.path("criada_em").asText()).endsWith(offset);
        assertThat(details.at("/historico/0/em").asText()).endsWith(offset);
    }

    @Test
    void aRefusalATripAndAnEventToo() throws Exception {
        reservar(NORONHA);
        Resposta refused = server.reservar(deReserva()
                .id("r-2")
                .placa("XYZ9A88")
                .posto(NORONHA)
                .janela(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofHours(25)))
                .build());
        assertThat(refused.fuso()).isEqualTo("America/Noronha");
        assertThat(refused.inicio()).hasToString("2026-06-02T10:00-02:00");
        assertThat(refused.alternativas())
                .filteredOn(posto -> posto.id() == ACRE)
                .allMatch(posto -> posto.fuso().equals("America/Rio_Branco"));

        server.receive(Topics.POSTOS_PRE_RESERVA, """
                {"request_id": "v-1", "client_id": "c-1", "server_id": "server7", "viagem_id": "v",
                 "carro": {"placa": "BRA2E19", "modelo": "Dolphin", "capacidade_bateria": 44.9,
                           "nivel_bateria_atual": 20, "taxa_descarga": 0.19},
                 "expira_em": "2026-06-01T12:05:00Z",
                 "paradas": [{"posto_id": 902, "inicio": "2026-06-03T12:00:00Z", "fim": "2026-06-03T13:00:00Z"}]}""");
        JsonNode held = last();
        assertThat(held.at("/paradas/0/inicio").asText()).isEqualTo("2026-06-03T07:00:00-05:00");

        operador.put("/pontos/902/manutencao", "{\"em_manutencao\":true}");
        JsonNode event = last();
        assertThat(event.path("situacao").asText()).isEqualTo("CANCELADA");
        assertThat(event.path("inicio").asText()).isEqualTo("2026-06-03T07:00:00-05:00");
        assertThat(event.path("timestamp").asText()).isEqualTo("2026-06-01T07:00:00-05:00");
    }

    @Test
    void whenAPointIsTakenAndWhenItIsFreeIsToldByItsClocks() {
        reservar(NORONHA);

        Answer point = operador.get("/pontos/" + NORONHA);
        assertThat(point.text("/fuso")).isEqualTo("America/Noronha");
        assertThat(point.text("/proxima_janela/inicio")).isEqualTo("2026-06-01T10:00:00-02:00");
        assertThat(point.text("/proxima_janela/fim")).isEqualTo("2026-06-02T10:00:00-02:00");

        server.receive(
                Topics.POSTOS_REQUEST,
                "{\"request_id\":\"p-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"agenda\":true}");
        JsonNode listed = last().path("postos");
        assertThat(listed).allMatch(posto -> posto.hasNonNull("fuso"));
        assertThat(listed)
                .filteredOn(posto -> posto.path("id").asInt() == NORONHA)
                .extracting(posto -> posto.at("/ocupado/0/inicio").asText())
                .containsExactly("2026-06-02T10:00:00-02:00");
    }

    @Test
    void aPointThatIsSwitchedOffIsTakenFromNowOnAsNobodyKnowsSinceWhen() {
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = " + NORONHA).update();

        server.receive(
                Topics.POSTOS_REQUEST,
                "{\"request_id\":\"p-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"agenda\":true}");

        assertThat(last().path("postos"))
                .filteredOn(posto -> posto.path("id").asInt() == NORONHA)
                .extracting(posto -> posto.path("ocupado").toString())
                .containsExactly("[{\"inicio\":\"2026-06-01T10:00:00-02:00\"}]");
    }

    @Test
    void aChargeIsToldByTheClocksOfItsPoint() {
        Answer begun = operador.post("/pontos/902/carregamento", "{\"placa\":\"ABC1D23\"}");

        assertThat(begun.text("/inicio")).isEqualTo("2026-06-01T07:00:00-05:00");
    }

    @ParameterizedTest
    @CsvSource({
        "901, 'Nova janela: 02/06/2026 11:00 (horário de Fernando de Noronha) a 02/06/2026 12:00 (horário de Fernando de Noronha)',"
                + " A reserva só começa em 02/06/2026 11:00 (horário de Fernando de Noronha)",
        "1, Nova janela: 02/06/2026 10:00 a 02/06/2026 11:00, A reserva só começa em 02/06/2026 10:00"
    })
    void aSentenceNamesTheZoneWhereItIsNotBrasilias(int posto, String motivo, String cedo) {
        Resposta reserva = reservar(posto);

        operador.send("PATCH", "/reservas/" + reserva.reservaId(), "{\"inicio\":\"2026-06-02T13:00:00Z\"}");
        Answer early =
                operador.post("/pontos/" + posto + "/carregamento", "{\"reserva_id\":\"" + reserva.reservaId() + "\"}");

        assertThat(operador.get("/reservas/" + reserva.reservaId())
                        .json()
                        .at("/reservas/0/historico/1/motivo")
                        .asText())
                .isEqualTo(motivo);
        assertThat(early.text("/mensagem")).isEqualTo(cedo);
    }

    @Test
    void aPointThatIsMovedHasTheZoneOfItsNewPlace() {
        Resposta reserva = reservar(NORONHA);

        operador.put("/pontos/" + NORONHA, """
                {"nome": "Vila dos Remédios", "cidade": "Rio Branco", "uf": "AC", "localizacao": "-9.9740,-67.8076",
                 "potencia_maxima": 50, "tipo_conector": "CCS2", "preco_kwh": 2}""");

        assertThat(operador.get("/reservas/" + reserva.reservaId())
                        .json()
                        .at("/reservas/0/inicio")
                        .asText())
                .isEqualTo("2026-06-02T07:00:00-05:00");
    }

    @Test
    void theServerSaysItsOwnZone() {
        assertThat(operador.get("/status").text("/fuso")).isEqualTo("America/Sao_Paulo");
    }

    private Resposta reservar(int posto) {
        return server.reservar(deReserva()
                .posto(posto)
                .janela(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofHours(25)))
                .build());
    }

    private JsonNode last() {
        List<ServerHarness.Published> published = server.published();
        return published.get(published.size() - 1).json();
    }

    private void point(int id, String nome, double latitude, double longitude) {
        jdbc.sql("""
                INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                VALUES (?, ?, 'Cidade', 'PE', ?, ?, 50, 'CCS2', 2)
                """).params(id, nome, latitude, longitude).update();
    }
}
