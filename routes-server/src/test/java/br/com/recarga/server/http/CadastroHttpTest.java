package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CadastroHttpTest {

    private static final String POSTO = """
            {%s"nome":"Tomba","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2888,-38.9604",
             "potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10}""";
    private static final String HEADER =
            "id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\n";
    private static final String TOMBA = "51,Tomba,Feira de Santana,BA,-12.2888,-38.9604,11,Tipo 2,1.10\n";
    private static final String CENTRAL = "1,Central,Feira de Santana,BA,-12.0000,-38.0000,60,CCS2,2.02\n";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
    }

    /** Other tests know the points of their file only. */
    @AfterEach
    void asBefore() {
        jdbc.sql("DELETE FROM postos WHERE id > 8").update();
        jdbc.sql(
                        "UPDATE postos SET nome = 'Central', preco_kwh = 2.02, cidade = 'Feira de Santana', latitude = -12, longitude = -38, potencia_maxima = 60, tipo_conector = 'CCS2' WHERE id = 1")
                .update();
    }

    @Test
    void aPointIsCreatedUnderItsId() {
        Answer answer = operador.post("/pontos", POSTO.formatted("\"id\":51,"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/id")).isEqualTo("51");
        assertThat(Operador.nobody(port).get("/pontos/51").text("/nome")).isEqualTo("Tomba");
        assertThat(answer.text("/localizacao")).isEqualTo("-12.2888,-38.9604");
        assertThat(answer.text("/disponivel")).isEqualTo("true");
    }

    /** Written back as it was read, as the operator's page does with a new price, it stays where it is. */
    @Test
    void aPointStandsWhereItsOperatorSaidToTheLastDecimal() {
        String posto = POSTO.formatted("\"id\":51,").replace("-12.2888,-38.9604", "-12.28876543,-38.96");

        assertThat(operador.post("/pontos", posto).text("/localizacao")).isEqualTo("-12.28876543,-38.9600");
        assertThat(operador.get("/pontos/51").text("/localizacao")).isEqualTo("-12.28876543,-38.9600");
    }

    @Test
    void withoutAnIdTheServerChoosesOne() {
        assertThat(operador.post("/pontos", POSTO.formatted("")).text("/id")).isEqualTo("9");
        assertThat(operador.post("/pontos", POSTO.formatted("")).text("/id")).isEqualTo("10");
    }

    @Test
    void anIdThatExistsIsNotTaken() {
        Answer answer = operador.post("/pontos", POSTO.formatted("\"id\":1,"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.codigo()).isEqualTo("POSTO_JA_EXISTE");
        assertThat(operador.get("/pontos/1").text("/nome")).isEqualTo("Central");
    }

    @Test
    void ofManyWhoCreateTheSamePointAtOnceOneDoes() throws Exception {
        List<Answer> answers = Juntos.todos(8, i -> operador.post("/pontos", POSTO.formatted("\"id\":51,")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> "POSTO_JA_EXISTE".equals(answer.codigo()))
                .hasSize(7);
    }

    @Test
    void aPointIsChanged() {
        operador.put("/pontos/1/disponibilidade?disponivel=false", null);

        Answer answer = operador.put("/pontos/1", POSTO.formatted(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/nome")).isEqualTo("Tomba");
        assertThat(answer.text("/preco_kwh")).isEqualTo("1.1");
        assertThat(answer.text("/disponivel"))
                .as("the switch is another matter")
                .isEqualTo("false");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /pontos/99 | | 404 | POSTO_INEXISTENTE |",
                "PUT | /pontos/1 | \"id\":2, | 422 | DADOS_INVALIDOS | id",
                "PUT | /pontos/x | | 422 | DADOS_INVALIDOS | id",
                "POST | /pontos | \"id\":0, | 422 | DADOS_INVALIDOS | id",
                "POST | /pontos | \"id\":1000000001, | 422 | DADOS_INVALIDOS | id",
                "POST | /pontos | \"id\":\"x\", | 422 | DADOS_INVALIDOS | id",
                "POST | /pontos | \"nome\":\"twice\", | 400 | JSON_INVALIDO |"
            })
    void badInputIsNamedAndChangesNothing(
            String method, String path, String field, int status, String codigo, String campo) {
        Answer answer = operador.send(method, path, POSTO.formatted(field == null ? "" : field));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
        assertThat(server.rows("postos")).isEqualTo(8);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nome, ' '",
        "cidade, ''",
        "uf, ba",
        "localizacao, '91,0'",
        "localizacao, 'perto'",
        "localizacao, '0,0'",
        "localizacao, '-38.9604,-12.2888'",
        "uf, XX",
        "tipo_conector, ' '",
        "tipo_conector, NACS",
        "potencia_maxima, 0",
        "potencia_maxima, 1001",
        "preco_kwh, -0.01",
        "preco_kwh, 101"
    })
    void everyFieldHasItsRule(String field, String value) {
        String json = POSTO.formatted("")
                .replaceFirst(
                        "\"" + field + "\":(\"[^\"]*\"|[0-9.]+)",
                        "\"" + field + "\":" + (value.matches("-?[0-9.]+") ? value : "\"" + value + "\""));

        Answer answer = operador.post("/pontos", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(field);
        assertThat(server.rows("postos")).isEqualTo(8);
    }

    @Test
    void whatIsUnlikelyIsTakenAndNamed() {
        String longe = POSTO.formatted("\"id\":51,").replace("-12.2888,-38.9604", "-8.05,-34.9");

        assertThat(operador.post("/pontos", longe).text("/avisos/0/campo")).isEqualTo("localizacao");
        assertThat(operador.put("/pontos/51", longe.replace("BA", "SE")).text("/avisos/0/mensagem"))
                .isEqualTo("fica em Recife/PE, e não em SE");
        assertThat(operador.put("/pontos/51", POSTO.formatted("")).json().has("avisos"))
                .isFalse();
        assertThat(importar("", HEADER + TOMBA.replace("Tomba,Feira de Santana", "Tomba,Salvador"))
                        .text("/avisos/0/campo"))
                .isEqualTo("linha 2, latitude e longitude");
    }

    @Test
    void aConnectorIsWrittenInItsOneSpelling() {
        assertThat(operador.post("/pontos", POSTO.formatted("\"id\":51,").replace("Tipo 2", "Type 2 (Mennekes)"))
                        .text("/tipo_conector"))
                .isEqualTo("Tipo 2");
        importar("", HEADER + TOMBA.replace("Tipo 2", "combo 2"));
        assertThat(operador.get("/pontos/51").text("/tipo_conector")).isEqualTo("CCS2");
        assertThat(operador.get("/pontos?tipo_conector=CCS%202").json().toString())
                .contains("\"id\":51");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String csv = HEADER + CENTRAL.replace("2.02", "2.50") + TOMBA;

        Answer first = importar("", csv);
        assertThat(first.status()).isEqualTo(200);
        assertCounts(first, 1, 1, 0);
        assertThat(operador.get("/pontos/1").text("/preco_kwh")).isEqualTo("2.5");
        assertThat(operador.get("/pontos/51").text("/nome")).isEqualTo("Tomba");

        assertCounts(importar("", csv), 0, 0, 2);
        assertThat(server.rows("postos")).isEqualTo(9);
    }

    @Test
    void aFileFromASpreadsheetIsRead() {
        assertCounts(
                importar(
                        "",
                        "\uFEFF" + HEADER.replace("\n", "\r\n")
                                + "\"51\",\"Posto, o \"\"bom\"\"\",Ilhéus,BA,-14.79,-39.05,11,Tipo 2,1\r\n"),
                1,
                0,
                0);

        assertThat(operador.get("/pontos/51").text("/nome")).isEqualTo("Posto, o \"bom\"");
        assertThat(operador.get("/pontos/51").text("/cidade")).isEqualTo("Ilhéus");
    }

    @Test
    void aBadLineKeepsAllOutAndIsNamedWithItsNumber() {
        Answer answer = importar("", HEADER + TOMBA + "52,A,Feira,BA,x,-38,11,Tipo 2,1\n" + TOMBA);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codigo()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.text("/erros/0/campo")).isEqualTo("linha 3, latitude");
        assertThat(answer.text("/erros/0/mensagem")).isEqualTo("deve ser um número, como 22.5 ou 22,5");
        assertThat(answer.text("/erros/1/campo")).isEqualTo("linha 4, id");
        assertThat(answer.text("/erros/1/mensagem")).isEqualTo("já está na linha 2");
        assertThat(server.rows("postos")).isEqualTo(8);
    }

    @Test
    void theGoodLinesAreImportedIfThatIsWanted() {
        Answer answer = importar("?parcial=true", HEADER + TOMBA + "0,A,Ilhéus,BA,-14.79,-39.05,3,CCS2,4\n" + CENTRAL);

        assertThat(answer.status()).isEqualTo(200);
        assertCounts(answer, 1, 0, 1);
        assertThat(answer.text("/erros/0/campo")).isEqualTo("linha 3, id");
        assertThat(answer.text("/erros/0/mensagem")).isEqualTo("deve ser maior que zero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | linha 1",
                "id,nome | linha 1",
                "'id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\n1,\"never closed' | linha 2"
            })
    void whatIsNoSuchFileIsNamed(String csv, String campo) {
        Answer answer = importar("", csv);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
    }

    @Test
    void manyBadLinesAreNotAllTold() {
        String csv = HEADER + IntStream.range(0, 150).mapToObj(i -> "x\n").collect(Collectors.joining());

        Answer answer = importar("", csv);

        assertThat(answer.json().path("erros")).hasSize(101);
        assertThat(answer.text("/erros/100/mensagem")).isEqualTo("há mais 50 erros");
    }

    @Test
    void aLargeFileIsImportedAndALargerOneRefused() {
        String lines = IntStream.range(1000, 11_000)
                .mapToObj(i -> "%d,Posto,Feira de Santana,BA,-12.5,-38.5,11,Tipo 2,1.10\n".formatted(i))
                .collect(Collectors.joining());

        assertCounts(importar("", HEADER + lines), 10_000, 0, 0);
        assertThat(importar("", HEADER + lines + lines).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000,Po\0sto,Feira,BA,-12.5,-38.5,11,Tipo 2,1.10",
                "1000,Posto,Fe\0ira,BA,-12.5,-38.5,11,Tipo 2,1.10",
                "1000,Posto,Feira,B\0,-12.5,-38.5,11,Tipo 2,1.10"
            })
    void aCharacterThatNotEveryDatabaseTakesIsALineThatIsRefused(String line) {
        assertThat(importar("", HEADER + line + "\n").status()).isEqualTo(422);
    }

    @Test
    void onlyCsvIsImportedAndCsvIsNothingElse() {
        assertThat(operador.post("/pontos/importar", "{}").status()).isEqualTo(415);
        assertThat(operador.send("POST", "/pontos", TOMBA, "Content-Type", "text/csv")
                        .status())
                .isEqualTo(415);
        assertThat(operador.send("POST", "/pontos/importar?parcial=maybe", HEADER, "Content-Type", "text/csv")
                        .text("/erros/0/campo"))
                .isEqualTo("parcial");
    }

    private Answer importar(String query, String csv) {
        return operador.send("POST", "/pontos/importar" + query, csv, "Content-Type", "text/csv; charset=utf-8");
    }

    private static void assertCounts(Answer answer, int inseridos, int alterados, int inalterados) {
        assertThat(answer.json().path("inseridos").asInt()).isEqualTo(inseridos);
        assertThat(answer.json().path("alterados").asInt()).isEqualTo(alterados);
        assertThat(answer.json().path("inalterados").asInt()).isEqualTo(inalterados);
    }
}
