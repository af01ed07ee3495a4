package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.get;
import static br.com.recarga.platform.Http.resposta;
import static br.com.recarga.platform.Http.send;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Status;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import br.com.recarga.platform.TestApplication.Espera;
import br.com.recarga.testkit.HostileHeaders;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The HTTP door as a whole: filters, engine, error shapes, documents; with four threads. */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class HttpDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Espera espera;

    @Autowired
    private CamelContext camel;

    @AfterEach
    void letNobodyWaitAnyLonger() {
        espera.release();
    }

    @Test
    void aBodyGoesInAndAnAnswerComesOut() throws Exception {
        HttpResponse<String> response =
                send(reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes())).header("Idempotency-Key", "chave-1"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        Resposta resposta = resposta(response);
        assertThat(resposta.requestId()).isEqualTo("chave-1");
        assertThat(resposta.status()).isEqualTo(Status.SUCESSO);
        assertThat(resposta.placa()).isEqualTo("ABC1D23");
    }

    @Test
    void noHeaderOfTheRequestComesBack() throws Exception {
        HttpResponse<String> response = send(reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes()))
                .header("Idempotency-Key", "chave-1")
                .header("X-Segredo", "1"));

        assertThat(response.headers().map()).doesNotContainKeys("idempotency-key", "x-segredo", "user-agent");
        assertThat(response.headers().map().keySet()).noneMatch(header -> header.startsWith("camel"));
    }

    @Test
    void noHeaderOfTheRequestComesBackFromARouteThatKeepsThemEither() throws Exception {
        HttpResponse<String> response =
                send(Http.to(port, "/eco").header("Location", "/x").header("X-Segredo", "1"));

        assertThat(response.headers().map()).doesNotContainKeys("location", "x-segredo", "user-agent", "server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eco",
                "/falha",
                "/quebrado",
                "/nada",
                "/reservar",
                "/openapi.json",
                "/docs",
                "/docs/index.html",
                "/eco?x=1&x=2"
            })
    void everyAnswerTellsABrowserWhatItMustNotDo(String path) throws Exception {
        HostileHeaders.assertProtected(get(port, path));
    }

    @Test
    void alsoOneThatTheContainerGives() throws Exception {
        try (Socket caller = new Socket("127.0.0.1", port)) {
            caller.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));

            assertThat(new String(caller.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store", "X-Frame-Options: DENY");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/eco/r-1, r-1",
        "/eco/a%20b%2Bc+d, a b+c+d",
        "/eco/100%25, 100%",
        "/eco/%C3%A9, é",
        "/eco/r-1?id=r-2, r-1"
    })
    void aRouteIsGivenWhatThePathSaysAndNothingElse(String path, String id) throws Exception {
        HttpResponse<String> response = send(Http.to(port, path).header("id", "r-4"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(id);
    }

    @Test
    void threeHundredRequestsThatWaitHoldNoThread() throws Exception {
        int requests = 300;
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            responses.add(
                    Http.CLIENT.sendAsync(Http.to(port, "/espera").build(), HttpResponse.BodyHandlers.ofString()));
        }
        await().until(() -> espera.waiting() == requests);

        assertThat(send(Http.to(port, "/eco")
                                .header("Content-Type", "application/json")
                                .POST(ofString("[1]")))
                        .body())
                .isEqualTo("[1]");
        assertThat(responses).noneMatch(CompletableFuture::isDone);

        espera.release();

        for (CompletableFuture<HttpResponse<String>> response : responses) {
            assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(response.join().body()).isEqualTo("enfim");
        }
        assertThat(camel.getInflightRepository().size()).isZero();
    }

    @Test
    void whoHangsUpWhileHeWaitsLeavesNothingBehind() throws Exception {
        try (Socket caller = new Socket("127.0.0.1", port)) {
            caller.getOutputStream()
                    .write("GET /espera HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> espera.waiting() == 1);
            caller.setSoLinger(true, 0);
        }

        espera.release();

        await().until(() -> camel.getInflightRepository().size() == 0);
        assertThat(get(port, "/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void aRouteThatFailsAnswersWithoutTellingWhy() throws Exception {
        HttpResponse<String> response = get(port, "/falha");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("segredo");
        assertThat(camel.getInflightRepository().size()).isZero();
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAnAnswerToo() throws Exception {
        CompletableFuture<HttpResponse<String>> response =
                Http.CLIENT.sendAsync(Http.to(port, "/sem-resposta").build(), HttpResponse.BodyHandlers.ofString());
        await().until(() -> espera.waiting() == 1);

        espera.release();

        assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(resposta(response.join())).isEqualTo(Resposta.erro(null, null, Codigo.ERRO_INTERNO, "Erro interno"));
        assertThat(camel.getInflightRepository().size()).isZero();
    }

    @Test
    void aFailureOfARouteOfOursHasTheContractsShape() throws Exception {
        String body = new String(Exemplo.RESERVAR_BODY.bytes(), StandardCharsets.UTF_8)
                .replace("\"posto_id\": 5", "\"posto_id\": 500");

        HttpResponse<String> response = send(reservar(ofString(body)).header("Idempotency-Key", "chave-2"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(resposta(response))
                .isEqualTo(Resposta.erro("chave-2", "server1", Codigo.ERRO_INTERNO, "Erro interno"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "nada", "{\"posto_id\":5,\"posto_id\":6}", "{} {}"})
    void aBodyThatIsNoJsonIs400(String body) throws Exception {
        HttpResponse<String> response = send(reservar(ofString(body)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(resposta(response).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @Test
    void badUtf8Is400() throws Exception {
        HttpResponse<String> response = send(reservar(ofString("{\"modelo\":\"é\"}", ISO_8859_1)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(resposta(response).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @Test
    void aFieldOfTheWrongTypeIs422AndNamed() throws Exception {
        HttpResponse<String> response = send(reservar(ofString("{\"capacidade_bateria\":\"44\"}")));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(resposta(response).erros())
                .containsExactly(new ErroCampo("capacidade_bateria", "deve ser um número"));
    }

    @Test
    void aBrokenRuleIs422AndNamedAsTheCallerWroteIt() throws Exception {
        String body = new String(Exemplo.RESERVAR_BODY.bytes(), StandardCharsets.UTF_8)
                .replace("ABC1D23", "?")
                .replace("server1", "a/b");

        HttpResponse<String> response = send(reservar(ofString(body)).header("Idempotency-Key", "chave-3"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(resposta(response).erros())
                .containsExactly(
                        new ErroCampo("placa", "deve ser uma placa como ABC1234 ou ABC1D23"),
                        new ErroCampo(
                                "server_id", "deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado"));
    }

    @Test
    void aBodyOfMoreThanSixtyFourKibibytesIs413() throws Exception {
        byte[] body = " ".repeat(64 * 1024 + 1).getBytes(StandardCharsets.US_ASCII);

        for (HttpRequest.BodyPublisher publisher :
                List.of(ofByteArray(body), ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> response = send(reservar(publisher));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(resposta(response).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        }
    }

    @Test
    void aBodyOfSixtyFourKibibytesArrivesWhole() throws Exception {
        String body = "\"" + "x".repeat(64 * 1024 - 2) + "\"";

        HttpResponse<String> response = send(Http.to(port, "/eco")
                .header("Content-Type", "application/json")
                .POST(ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/eco?id=r-2&id=r-3, id", "/eco?id=r-2&ID=r-3, ID", "/eco/r-1?a=1&b=2&a=1, a"})
    void aParameterThatIsThereTwiceIs422AndNamed(String path, String name) throws Exception {
        HttpResponse<String> response = get(port, path);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(resposta(response).erros()).containsExactly(new ErroCampo(name, "só pode vir uma vez"));
    }

    @Test
    void withoutABodyAndInTheOriginalsWayTheFieldsAreThoseOfTheQuery() throws Exception {
        HttpResponse<String> response = send(Http.to(
                        port,
                        "/reservar?placa=ABC1D23&modelo=208&capacidade_bateria=44.5&nivel_bateria_atual=22"
                                + "&taxa_descarga=0.19&posto_id=5&server_id=server1")
                .header("Idempotency-Key", "chave-1")
                .POST(noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(resposta(response).placa()).isEqualTo("ABC1D23");
    }

    @ParameterizedTest
    @CsvSource({
        "capacidade_bateria, 0x1p5, deve ser um número",
        "capacidade_bateria, NaN, deve ser um número",
        "posto_id, 5.0, deve ser um número inteiro",
        "posto_id, '', não pode ser vazio",
        "inicio, amanh%C3%A3, 'deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00'"
    })
    void aFieldOfTheQueryThatCannotBeReadIsNamed(String field, String value, String why) throws Exception {
        HttpResponse<String> response =
                send(Http.to(port, "/reservar?" + field + "=" + value).POST(noBody()));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(resposta(response).erros()).containsExactly(new ErroCampo(field, why));
    }

    @Test
    void neitherABodyNorAQueryIsNoRequest() throws Exception {
        HttpResponse<String> response = send(Http.to(port, "/reservar").POST(noBody()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(resposta(response).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aFormIs415(String method) throws Exception {
        HttpResponse<String> response = send(Http.to(port, "/eco")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, ofString("posto_id=5")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(resposta(response).codigo()).isEqualTo(Codigo.JSON_INVALIDO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/html", "text/html,application/xhtml+xml", "image/png"})
    void aPathThatDoesNotExistIs404InTheContractsShapeWhateverIsAccepted(String accept) throws Exception {
        HttpResponse<String> response = send(Http.to(port, "/nada/disso").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(resposta(response).status()).isEqualTo(Status.ERRO);
        assertThat(resposta(response).mensagem()).isEqualTo("Esse caminho não existe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void aMethodThatAPathDoesNotTakeIs405(String method) throws Exception {
        HttpResponse<String> response = send(Http.to(port, "/reservar").method(method, noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(resposta(response).mensagem()).isEqualTo("Esse caminho não aceita esse método");
    }

    @Test
    void aFaultBesideTheRoutesIs500AndTellsNothing() throws Exception {
        HttpResponse<String> response = get(port, "/quebrado");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(resposta(response)).isEqualTo(Resposta.erro(null, null, Codigo.ERRO_INTERNO, "Erro interno"));
    }

    @Test
    void theErrorPageItselfIsNoPage() throws Exception {
        HttpResponse<String> response = get(port, "/error");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(resposta(response).mensagem()).isEqualTo("Esse caminho não existe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "stop"})
    void aRouteThatIsStoppedIs503(String how) throws Exception {
        if (how.equals("stop")) {
            camel.getRouteController().stopRoute("parada");
        } else {
            camel.getRouteController().suspendRoute("parada");
        }
        try {
            HttpResponse<String> response = get(port, "/parada");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(resposta(response).codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
        } finally {
            camel.getRouteController().startRoute("parada");
        }
        assertThat(get(port, "/parada").body()).isEqualTo("nunca");
    }

    @ParameterizedTest
    @CsvSource({"/parada, /parada/", "/openapi.json, /openapi.json/"})
    void aSlashAtTheEndIsForgiven(String path, String withSlash) throws Exception {
        HttpResponse<String> expected = get(port, path);

        HttpResponse<String> response = get(port, withSlash);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(expected.body());
    }

    @Test
    void theDocumentDescribesTheRestRoutes() throws Exception {
        HttpResponse<String> response = get(port, "/openapi.json");

        JsonNode document = ContractJson.mapper().readTree(response.body());
        assertThat(document.at("/info/title").asText()).isEqualTo("Recarga: teste");
        assertThat(document.at("/paths/~1reservar/post/summary").asText()).isEqualTo("Reserva um posto");
        assertThat(document.at("/paths/~1reservar/post/responses/200/content/application~1json/example/inicio")
                        .textValue())
                .as("no date of YAML's, whose zone would be lost")
                .isEqualTo("2026-12-24T14:00:00-03:00");
    }

    @Test
    void theDocumentCarriesNothingOfTheRequestAndIsSentOnceToWhoeverKeepsIt() throws Exception {
        HttpResponse<String> response = send(Http.to(port, "/openapi.json").header("X-Segredo", "abc"));

        String etag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("X-Segredo")).isEmpty();
        HttpResponse<String> again = send(Http.to(port, "/openapi.json").header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theDocumentsReaderOpensOurDocument() throws Exception {
        HttpResponse<String> redirect = get(port, "/docs");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/docs/index.html"));

        assertThat(get(port, "/docs/index.html").body()).contains("swagger-initializer.js");
        assertThat(get(port, "/docs/swagger-initializer.js").body()).contains("'../openapi.json'");
        assertThat(get(port, "/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    }

    @Test
    void theApplicationsPortHasNoManagementAndNoPassword() throws Exception {
        assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get(port, "/actuator/jolokia").statusCode()).isEqualTo(404);
        assertThat(get(port, "/parada").statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder reservar(HttpRequest.BodyPublisher body) {
        return Http.to(port, "/reservar")
                .header("Content-Type", "application/json")
                .POST(body);
    }
}
