package br.com.recarga.server.postos;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ListarRouteTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    /** Besides those of the file. */
    private static final int POSTOS = 2_500;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void repliesInTheFormOfTheContract() throws IOException {
        JsonNode reply = list("");

        assertThat(reply.path("postos").get(0)).isEqualTo(ContractJson.mapper().readTree("""
                {"id":1,"nome":"Central","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.0000,-38.0000",
                 "potencia_maxima":60.0,"tipo_conector":"CCS2","preco_kwh":2.02,"disponivel":true,
                 "em_manutencao":false,"fuso":"America/Sao_Paulo"}"""));
        assertThat(reply.path("postos")).hasSize(8);
        assertThat(reply.path("request_id").asText()).isEqualTo("r-1");
        assertThat(reply.path("server_id").asText()).isEqualTo("server7");
        assertThat(reply.path("status").asText()).isEqualTo("sucesso");
        assertThat(reply.path("codigo").asText()).isEqualTo("OK");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tipo_conector\":\"Tipo 2\" | 2,5,6",
                "\"tipo_conector\":\"ccs2\" | 1,4,7,8",
                "\"tipo_conector\":\"Combo 2\" | 1,4,7,8",
                "\"disponivel\":true | 2,4,5,6,7,8",
                "\"disponivel\":false | 1,3",
                "\"disponivel\":null | 1,2,3,4,5,6,7,8",
                "\"disponivel\":true,\"tipo_conector\":\"CCS2\" | 4,7,8"
            })
    void filtersAreAppliedTogether(String filter, String expected) {
        server.emManutencao(1);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 3").update();

        assertThat(ids(list("," + filter))).isEqualTo(expected);
    }

    @Test
    void aReservedPointIsNotAvailableWhileItIsReserved() {
        server.reservar(deReserva().janela(NOW, NOW.plusSeconds(600)).build());

        assertThat(available("")).isEqualTo("2,3,4,5,6,7,8");
        clock.advance(Duration.ofSeconds(599));
        assertThat(available("")).isEqualTo("2,3,4,5,6,7,8");
        clock.advance(Duration.ofSeconds(1));
        assertThat(available("")).isEqualTo("1,2,3,4,5,6,7,8");
    }

    @ParameterizedTest(name = "from {0} to {1} point 1 is available: {2}")
    @CsvSource({
        "2026-06-02T12:00:00Z, 2026-06-02T13:00:00Z, false",
        "2026-06-02T11:00:00Z, 2026-06-02T12:00:01Z, false",
        "2026-06-02T12:59:59Z, 2026-06-02T14:00:00Z, false",
        "2026-06-02T09:30:00-03:00, 2026-06-02T09:31:00-03:00, false",
        "2026-06-02T11:00:00Z, 2026-06-02T12:00:00Z, true",
        "2026-06-02T13:00:00Z, 2026-06-02T14:00:00Z, true"
    })
    void availabilityIsThatOfTheWindowAskedFor(String begin, String end, boolean expected) {
        server.reservar(deReserva().janela(TOMORROW, TOMORROW.plusSeconds(3600)).build());

        JsonNode reply = list(",\"inicio\":\"%s\",\"fim\":\"%s\"".formatted(begin, end));

        assertThat(reply.at("/postos/0/disponivel").asBoolean()).isEqualTo(expected);
        assertThat(reply.at("/postos/1/disponivel").asBoolean()).isTrue();
    }

    @Test
    void aBeginningAloneAsksForThatMoment() {
        server.reservar(deReserva().janela(TOMORROW, TOMORROW.plusSeconds(3600)).build());

        assertThat(available(",\"inicio\":\"2026-06-02T12:59:59Z\"")).isEqualTo("2,3,4,5,6,7,8");
        assertThat(available(",\"inicio\":\"2026-06-02T13:00:00Z\"")).isEqualTo("1,2,3,4,5,6,7,8");
    }

    @Test
    void aMomentThatHasJustPassedIsStillThePresent() {
        // what a caller sends as now has passed when it arrives, and its clock may be behind
        assertThat(available(",\"inicio\":\"2026-06-01T11:59:00Z\"")).isEqualTo("1,2,3,4,5,6,7,8");
        assertThat(available(",\"inicio\":\"2026-06-01T11:59:59Z\"")).isEqualTo("1,2,3,4,5,6,7,8");
    }

    @Test
    void anEndAloneAsksFromNowOn() {
        server.reservar(
                deReserva().janela(NOW.plusSeconds(3600), NOW.plusSeconds(7200)).build());

        assertThat(available(",\"fim\":\"2026-06-01T13:00:00Z\"")).isEqualTo("1,2,3,4,5,6,7,8");
        assertThat(available(",\"fim\":\"2026-06-01T13:00:01Z\"")).isEqualTo("2,3,4,5,6,7,8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"inicio\":\"2026-06-01T11:58:59Z\" | inicio",
                "\"inicio\":\"2027-06-01T12:00:01Z\" | inicio",
                "\"inicio\":\"+999999999-12-31T23:59:59Z\" | inicio",
                "\"fim\":\"2026-06-01T12:00:00Z\" | fim",
                "\"fim\":\"2026-06-02T12:00:01Z\" | fim"
            })
    void aWindowInWhichNothingCanBeReservedIsRefused(String window, String campo) {
        JsonNode reply = list("," + window);

        assertThat(reply.path("codigo").asText()).isEqualTo(Codigo.DADOS_INVALIDOS.name());
        assertThat(reply.path("erros")).hasSize(1);
        assertThat(reply.at("/erros/0/campo").asText()).isEqualTo(campo);
    }

    @Test
    void maintenanceIsShownAndMeansNotAvailable() {
        server.emManutencao(1);

        JsonNode reply = list("");

        assertThat(reply.at("/postos/0/em_manutencao").asBoolean()).isTrue();
        assertThat(reply.at("/postos/0/disponivel").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-02T11:00:00Z", "2026-06-02T12:00:00Z", "2026-06-03T12:00:01Z"})
    void aWindowThatIsNoneIsRefused(String end) {
        JsonNode reply = list(",\"inicio\":\"2026-06-02T12:00:00Z\",\"fim\":\"%s\"".formatted(end));

        assertThat(reply.path("codigo").asText()).isEqualTo(Codigo.DADOS_INVALIDOS.name());
        assertThat(reply.at("/erros/0/campo").asText()).isEqualTo("fim");
    }

    @Test
    void theAgendaSaysWhenEachPointIsTakenAndByNobodysName() {
        server.reservar(deReserva().janela(TOMORROW, TOMORROW.plusSeconds(3600)).build());
        server.emManutencao(2);

        JsonNode reply = list(",\"agenda\":true");

        assertThat(reply.at("/postos/0/ocupado"))
                .hasToString("[{\"inicio\":\"2026-06-02T09:00:00-03:00\",\"fim\":\"2026-06-02T10:00:00-03:00\"}]");
        assertThat(reply.at("/postos/1/ocupado").size()).isEqualTo(1);
        assertThat(reply.at("/postos/1/ocupado/0").has("fim")).isFalse();
        assertThat(reply.at("/postos/2/ocupado")).isEmpty();
        assertThat(list("").at("/postos/0").has("ocupado")).isFalse();
    }

    @Test
    void whoStillHasTheListIsNotToldThePointsAgain() {
        String versao = list("").path("versao").asText();

        JsonNode reply = list(comVersao(versao));

        assertThat(reply.has("postos")).isFalse();
        assertThat(reply.path("versao").asText()).isEqualTo(versao);
        assertThat(reply.path("codigo").asText()).isEqualTo("OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE postos SET nome = 'Outro' WHERE id = 2",
                "UPDATE postos SET cidade = 'Outra' WHERE id = 2",
                "UPDATE postos SET uf = 'SE' WHERE id = 2",
                "UPDATE postos SET latitude = -11 WHERE id = 2",
                "UPDATE postos SET longitude = -37 WHERE id = 2",
                "UPDATE postos SET potencia_maxima = 7 WHERE id = 2",
                "UPDATE postos SET tipo_conector = 'CCS2' WHERE id = 2",
                "UPDATE postos SET preco_kwh = 9 WHERE id = 2",
                "UPDATE postos SET disponivel = FALSE WHERE id = 2",
                "DELETE FROM postos WHERE id = 2",
                "INSERT INTO postos SELECT 99, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,"
                        + " preco_kwh, disponivel FROM postos WHERE id = 2",
                "INSERT INTO manutencoes (posto_id, inicio) VALUES (2, '2026-01-01T00:00:00Z')"
            })
    void whateverChangesInTheListChangesItsVersionAtOnce(String change) {
        String versao = list("").path("versao").asText();

        jdbc.sql(change).update();
        JsonNode reply = list(comVersao(versao));

        assertThat(reply.path("postos")).isNotEmpty();
        assertThat(reply.path("versao").asText()).isNotEqualTo(versao);
    }

    @Test
    void whatTheClockChangesChangesTheVersionToo() {
        server.reservar(
                deReserva().janela(NOW.plusSeconds(2), NOW.plusSeconds(600)).build());
        String versao = list("").path("versao").asText();

        clock.advance(Duration.ofSeconds(1));
        assertThat(list(comVersao(versao)).has("postos")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(list(comVersao(versao)).path("postos")).isNotEmpty();
    }

    @Test
    void listsOfTheSameSecondAreReadOnceUnlessSomethingElseIsAsked() {
        long read = server.exchanges(AgendaRoute.ID);

        list(",\"agenda\":true");
        list(",\"agenda\":true");
        assertThat(server.exchanges(AgendaRoute.ID)).isEqualTo(read + 1);
        assertThat(ids(list(",\"agenda\":true,\"tipo_conector\":\"Tipo 2\""))).isEqualTo("2,5,6");
        assertThat(list("").at("/postos/0").has("ocupado")).isFalse();
        assertThat(list(",\"agenda\":true").at("/postos/0").has("ocupado")).isTrue();
    }

    @Test
    void theVersionOfAnotherListIsNotThatOfThisOne() {
        String doTipo2 = list(",\"tipo_conector\":\"Tipo 2\"").path("versao").asText();

        assertThat(list(comVersao(doTipo2)).path("postos")).hasSize(8);
    }

    @Test
    void whoDoesNotSayThatHeUnderstandsPartsHearsTheWholeList() {
        postos(POSTOS);

        JsonNode reply = list("");

        assertThat(reply.path("postos")).hasSize(8 + POSTOS);
        assertThat(reply.has("continua_depois_de")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"agenda\":true"})
    void inPartsTheListIsTheSame(String agenda) {
        postos(POSTOS);

        List<JsonNode> partes = partes(agenda);

        assertThat(partes).hasSizeGreaterThan(2);
        assertThat(partes.stream()
                        .flatMap(parte -> parte.path("postos").valueStream())
                        .toList())
                .isEqualTo(list(agenda).path("postos").valueStream().toList());
        assertThat(partes)
                .allSatisfy(parte -> assertThat(parte.path("continua_depois_de").asInt(ultimo(parte)))
                        .isEqualTo(ultimo(parte)));
    }

    @Test
    void aListThatFitsIntoOnePartIsOne() {
        JsonNode parte = list(",\"depois_de\":0");

        assertThat(parte.path("postos")).hasSize(8);
        assertThat(parte.has("continua_depois_de")).isFalse();
    }

    @Test
    void afterTheLastPointThereIsNone() {
        JsonNode parte = list(",\"depois_de\":8");

        assertThat(parte.path("postos").isArray()).isTrue();
        assertThat(parte.path("postos")).isEmpty();
        assertThat(parte.has("continua_depois_de")).isFalse();
        assertThat(list(",\"depois_de\":8,\"agenda\":true").path("postos")).isEmpty();
    }

    @Test
    void whatChangesInOnePartLeavesTheVersionsOfTheOthers() {
        postos(POSTOS);
        List<JsonNode> antes = partes("");
        int muda = antes.get(1).at("/postos/7/id").asInt();

        jdbc.sql("UPDATE postos SET preco_kwh = 9 WHERE id = ?").param(muda).update();
        List<JsonNode> depois = partes("");

        assertThat(depois).hasSameSizeAs(antes);
        for (int i = 0; i < antes.size(); i++) {
            assertThat(depois.get(i).path("versao").equals(antes.get(i).path("versao")))
                    .as("parte %d", i)
                    .isEqualTo(i != 1);
        }
    }

    @Test
    void whoStillHasAPartIsToldOnlyHowTheListGoesOn() {
        postos(POSTOS);
        JsonNode primeira = list(",\"depois_de\":0");

        JsonNode reply =
                list(",\"depois_de\":0" + comVersao(primeira.path("versao").asText()));

        assertThat(reply.has("postos")).isFalse();
        assertThat(reply.path("continua_depois_de")).isEqualTo(primeira.path("continua_depois_de"));
        assertThat(reply.path("versao")).isEqualTo(primeira.path("versao"));
    }

    @Test
    void aPointThatIsNewInAPartMovesTheEndOfThatPart() {
        postos(POSTOS);
        List<JsonNode> antes = partes("");

        jdbc.sql("INSERT INTO postos SELECT 9, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,"
                        + " preco_kwh, disponivel FROM postos WHERE id = 2")
                .update();
        List<JsonNode> depois = partes("");

        assertThat(ultimo(depois.get(0))).isLessThan(ultimo(antes.get(0)));
        assertThat(depois.stream()
                        .flatMap(parte -> parte.path("postos").valueStream())
                        .toList())
                .isEqualTo(list("").path("postos").valueStream().toList());
    }

    @Test
    void aPartOfWhichFiltersLeaveNothingGoesOnAllTheSame() {
        postos(POSTOS);
        jdbc.sql("UPDATE postos SET tipo_conector = 'GB/T' WHERE id = ?")
                .param(99 + POSTOS)
                .update();

        List<JsonNode> partes = partes(",\"tipo_conector\":\"GB/T\"");

        assertThat(partes).hasSizeGreaterThan(2);
        assertThat(partes.get(0).path("postos")).isEmpty();
        assertThat(ids(partes.get(partes.size() - 1))).isEqualTo(String.valueOf(99 + POSTOS));
    }

    /** No operator has such names: agendas can be as long. */
    @Test
    void aPartIsNoLargerThanWhatBrokersTake() {
        postos(50);
        jdbc.sql("UPDATE postos SET nome = ? WHERE id >= 100")
                .param("n".repeat(100_000))
                .update();
        jdbc.sql("UPDATE postos SET nome = ? WHERE id = 120")
                .param("n".repeat(1_500_000))
                .update();

        List<JsonNode> partes = partes("");

        assertThat(partes)
                .filteredOn(parte -> parte.path("postos").size() > 1)
                .hasSizeGreaterThan(2)
                .allSatisfy(parte -> assertThat(parte.toString().length()).isLessThan(1024 * 1024));
        assertThat(partes.stream().map(ListarRouteTest::ids)).contains("120");
        assertThat(String.join(",", partes.stream().map(ListarRouteTest::ids).toList()))
                .isEqualTo(ids(list("")));
    }

    @Test
    void beforeTheFirstPointNothingIs() {
        JsonNode reply = list(",\"depois_de\":-1");

        assertThat(reply.path("codigo").asText()).isEqualTo(Codigo.DADOS_INVALIDOS.name());
        assertThat(reply.at("/erros/0/campo").asText()).isEqualTo("depois_de");
    }

    /** So many more, from 100 on. */
    private void postos(int quantos) {
        jdbc.sql("""
                        WITH RECURSIVE numeros(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM numeros WHERE n + 1 < ?)
                        INSERT INTO postos SELECT n, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,
                                                  preco_kwh, disponivel
                                             FROM postos, numeros WHERE id = 2""").param(100 + quantos).update();
    }

    private List<JsonNode> partes(String more) {
        List<JsonNode> partes = new ArrayList<>();
        int depoisDe = 0;
        JsonNode parte;
        do {
            parte = list(more + ",\"depois_de\":" + depoisDe);
            partes.add(parte);
            depoisDe = parte.path("continua_depois_de").asInt();
        } while (parte.has("continua_depois_de"));
        return partes;
    }

    private static int ultimo(JsonNode parte) {
        JsonNode postos = parte.path("postos");
        return postos.get(postos.size() - 1).path("id").asInt();
    }

    private static String comVersao(String versao) {
        return ",\"versao\":\"%s\"".formatted(versao);
    }

    private String available(String window) {
        return ids(list(",\"disponivel\":true" + window));
    }

    private JsonNode list(String more) {
        server.receive(
                "server/postos/request",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"" + more + "}");
        List<ServerHarness.Published> published = server.published();
        return published.get(published.size() - 1).json();
    }

    private static String ids(JsonNode reply) {
        return String.join(
                ",",
                StreamSupport.stream(reply.path("postos").spliterator(), false)
                        .map(posto -> posto.path("id").asText())
                        .toList());
    }
}
