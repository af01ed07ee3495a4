package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HttpRouteTest {

    private static final String ALL = "1,2,3,4,5,6,7,8";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status", "/status/"})
    void tellsHowTheServerIs(String path) throws IOException {
        ResponseEntity<JsonNode> answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        // no broker listens where this server looks for one
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"servidor":"server7","status":"offline","mqtt_conectado":false,"timestamp":"2026-06-01T09:00:00-03:00","fuso":"America/Sao_Paulo"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pontos", "/pontos/"})
    void listsThePoints(String path) {
        ResponseEntity<JsonNode> answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().path("server_id").asText()).isEqualTo("server7");
        assertThat(ids(answer)).isEqualTo(ALL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "disponivel=true, '1,3,4,5,7,8'",
        "disponivel=True, '1,3,4,5,7,8'",
        "disponivel=1, '1,3,4,5,7,8'",
        "disponivel=false, '2,6'",
        "em_manutencao=true, '2'",
        "em_manutencao=1, '2'",
        "em_manutencao=false, '1,3,4,5,6,7,8'",
        "disponivel=false&em_manutencao=false, '6'",
        "disponivel=true&em_manutencao=true, ''",
        "tipo_conector=CHAdeMO, '3'",
        "tipo_conector=Tipo 2&em_manutencao=true, '2'",
        "unknown=true, '1,2,3,4,5,6,7,8'"
    })
    void filtersThePoints(String query, String expected) {
        server.emManutencao(2);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 6").update();

        assertThat(ids(get("/pontos?" + query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "disponivel=maybe, disponivel, deve ser true ou false",
        "em_manutencao=2, em_manutencao, deve ser true ou false",
        "disponivel=, disponivel, não pode ser vazio",
        "em_manutencao=, em_manutencao, não pode ser vazio",
        "tipo_conector=, tipo_conector, não pode ser vazio",
        "tipo_conector=NACS, tipo_conector, 'deve ser um destes conectores: Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO, GB/T'"
    })
    void refusesAFilterThatItCannotRead(String query, String campo, String mensagem) {
        ResponseEntity<JsonNode> answer = get("/pontos?" + query);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.getBody().at("/erros/0/campo").asText()).isEqualTo(campo);
        assertThat(answer.getBody().at("/erros/0/mensagem").asText()).isEqualTo(mensagem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pontos/3", "/pontos/3/"})
    void showsOnePoint(String path) throws IOException {
        ResponseEntity<JsonNode> answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"id":3,"nome":"A um km","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.0000,-38.0100",
                 "potencia_maxima":50.0,"tipo_conector":"CHAdeMO","preco_kwh":1.9,"disponivel":true,
                 "em_manutencao":false,"proxima_janela":{"inicio":"2026-06-01T09:00:00-03:00"},"fuso":"America/Sao_Paulo"}"""));
    }

    @Test
    void aPointThatIsReservedNowIsShownAsNotAvailable() {
        server.reservar(deReserva().posto(3).fim(NOW.plusSeconds(60)).build());

        assertThat(get("/pontos/3").getBody().path("disponivel").asBoolean()).isFalse();
        assertThat(get("/pontos/1").getBody().path("disponivel").asBoolean()).isTrue();
        assertThat(ids(get("/pontos?disponivel=false"))).isEqualTo("3");
    }

    @Test
    void tellsWhenAPointIsNextFree() {
        server.reservar(deReserva().posto(3).janela(NOW, NOW.plusSeconds(3600)).build());
        server.reservar(deReserva()
                .id("p-2")
                .placa("XYZ9A87")
                .posto(3)
                .janela(NOW.plusSeconds(7200), NOW.plusSeconds(10800))
                .build());
        jdbc.sql(
                        "INSERT INTO carregamentos (posto_id, placa, inicio, preco_kwh) VALUES (4, 'A', '2026-06-01T11:00:00Z', 1)")
                .update();
        server.emManutencao(2);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 6").update();

        assertThat(get("/pontos/3").getBody().at("/proxima_janela/inicio").asText())
                .isEqualTo("2026-06-01T10:00:00-03:00");
        assertThat(get("/pontos/3").getBody().at("/proxima_janela/fim").asText())
                .isEqualTo("2026-06-01T11:00:00-03:00");
        JsonNode all = get("/pontos").getBody().path("postos");
        assertThat(all.get(0).at("/proxima_janela/inicio").asText()).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(all.get(0).at("/proxima_janela").has("fim")).isFalse();
        assertThat(all.get(1).has("proxima_janela")).as("in maintenance").isFalse();
        assertThat(all.get(2)).isEqualTo(get("/pontos/3").getBody());
        assertThat(all.get(3).at("/proxima_janela/inicio").asText()).isEqualTo("2026-06-01T09:15:00-03:00");
        assertThat(all.get(5).has("proxima_janela")).as("switched off").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pontos/99", "/pontos/0", "/pontos/-1"})
    void aPointThatIsNotThereIs404(String path) throws IOException {
        ResponseEntity<JsonNode> answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody())
                .isEqualTo(ContractJson.mapper().readTree("""
                {"status":"erro","codigo":"POSTO_INEXISTENTE","mensagem":"O posto %s não existe no servidor server7"}""".formatted(path.substring("/pontos/".length()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pontos/abc", "/pontos/1.5", "/pontos/99999999999"})
    void anIdThatIsNoNumberIs422(String path) throws IOException {
        ResponseEntity<JsonNode> answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"status":"erro","codigo":"DADOS_INVALIDOS","mensagem":"Há campos inválidos no pedido",
                 "erros":[{"campo":"id","mensagem":"deve ser um número inteiro"}]}"""));
    }

    @Test
    void aPathThatIsNotThereIs404InTheSameShape() {
        ResponseEntity<JsonNode> answer = operador().getForEntity("/nothing/here", JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("mensagem").asText()).isEqualTo("Esse caminho não existe");
    }

    @Test
    void aMethodThatIsNotThereIs405InTheSameShape() {
        ResponseEntity<JsonNode> answer = operador().exchange("/pontos", HttpMethod.DELETE, null, JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelSqlQuery", "camelsqlquery", "CAMELSQLQUERY"})
    void aHeaderThatMeansSomethingToCamelMeansNothingHere(String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, "DROP TABLE postos");
        headers.set("CamelSqlParameters", "none");
        headers.set("CamelSqlRetrieveGeneratedKeys", "true");

        for (String path : new String[] {"/pontos", "/pontos?" + name + "=DROP TABLE postos"}) {
            ResponseEntity<JsonNode> answer =
                    http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);

            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(ids(answer)).isEqualTo(ALL);
        }
        assertThat(server.rows("postos")).isEqualTo(8);
    }

    @Test
    void aHeaderDoesNotReplaceAParameterOfAStatement() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("posto_id", "1");
        headers.set("inicio", "2000-01-01T00:00:00Z");

        ResponseEntity<JsonNode> answer =
                http.exchange("/pontos/3", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);

        assertThat(answer.getBody().path("id").asInt()).isEqualTo(3);
    }

    @Test
    void answersCarryNoneOfTheHeadersThatCame() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Segredo", "abc");
        headers.set("Origin", "https://elsewhere.example");

        HttpHeaders answer = http.exchange("/pontos/3", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class)
                .getHeaders();

        assertThat(answer).doesNotContainKeys("X-Segredo", "Origin", "id", HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @Test
    void theApiDescribesItself() {
        ResponseEntity<JsonNode> answer = get("/openapi.json");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().at("/info/title").asText()).isEqualTo("Recarga: servidor");
        assertThat(answer.getBody().path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/",
                        "/status",
                        "/pontos",
                        "/pontos/{id}",
                        "/pontos/importar",
                        "/pontos/{id}/disponibilidade",
                        "/pontos/{id}/manutencao",
                        "/pontos/{id}/carregamento",
                        "/pontos/{id}/carregamento/{cid}",
                        "/reservas",
                        "/reservas/{id}",
                        "/cancelar_reserva",
                        "/ocupacao");
        assertThat(answer.getBody()
                        .at("/paths/~1pontos~1{id}~1manutencao/put/responses")
                        .fieldNames())
                .toIterable()
                .contains("200", "401", "404", "422");
    }

    private TestRestTemplate operador() {
        return http.withBasicAuth(ServerTest.OPERADOR, ServerTest.OPERADOR_SENHA);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return http.getForEntity(path, JsonNode.class);
    }

    private static String ids(ResponseEntity<JsonNode> answer) {
        return String.join(
                ",",
                StreamSupport.stream(answer.getBody().path("postos").spliterator(), false)
                        .map(posto -> posto.path("id").asText())
                        .toList());
    }
}
