package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OperadorSecurityTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private ServerHarness server;

    private Operador operador;
    private Operador nobody;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
        nobody = Operador.nobody(port);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /pontos",
        "POST, /pontos/",
        "PUT, /pontos/1",
        "DELETE, /pontos/1",
        "PUT, /pontos/1/disponibilidade",
        "PUT, /pontos/1/disponibilidade?disponivel=false",
        "PUT, /pontos/1/disponibilidade/",
        "PUT, /pontos/1/manutencao",
        "POST, /pontos/1/carregamento",
        "PUT, /pontos/1/carregamento/1",
        "GET, /pontos/1/carregamento/1",
        "POST, /pontos/importar",
        "GET, /reservas",
        "GET, /reservas/",
        "GET, /ocupacao",
        "GET, /nothing/here",
        "GET, /error",
        "PUT, /reservas/server7-1",
        "OPTIONS, /pontos",
        "GET, /pontos/1/2/3",
        "POST, /"
    })
    void withoutTheCredentialItIs401InTheContractsShape(String method, String path) {
        Answer answer = nobody.send(method, path, method.startsWith("P") ? "{\"disponivel\":false}" : null);

        assertRefused(answer);
        assertThat(server.rows("postos WHERE disponivel = FALSE")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "operador, wrong",
        "operador, ''",
        "someone, segredo do operador",
        "'', segredo do operador",
        // the name and the password of the management port are others
        "recarga, segredo do operador"
    })
    void aWrongCredentialIs401(String user, String password) {
        assertRefused(nobody.send(
                "PUT",
                "/pontos/1/disponibilidade?disponivel=false",
                null,
                "Authorization",
                Operador.basic(user, password)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic b3BlcmFkb3I=", "Bearer segredo", "Digest username=operador"})
    void aCredentialThatCannotBeReadIs401(String header) {
        assertRefused(nobody.send("GET", "/reservas", null, "Authorization", header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/status",
                "/status/",
                "/pontos",
                "/pontos/",
                "/pontos/1",
                "/docs/index.html",
                "/openapi.json"
            })
    void whatIsPublicIsReadWithoutACredential(String path) {
        assertThat(nobody.get(path).status()).isEqualTo(200);
    }

    @Test
    void theOperatorGetsInAndIsGivenNoCookie() {
        Answer answer = operador.put("/pontos/1/disponibilidade?disponivel=false", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text("/posto/disponivel")).isEqualTo("false");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anActIsToldWithItsAnswerWhenThatIsThere(CapturedOutput output) {
        operador.put("/pontos/99/disponibilidade?disponivel=false", null);

        await().untilAsserted(() -> assertThat(output)
                .containsOnlyOnce("ato: quem=operador de=127.0.0.1 PUT /pontos/99/disponibilidade status=404"));
    }

    @Test
    void theOperatorIsTold404And405InTheContractsShape() {
        assertThat(operador.get("/nothing/here").status()).isEqualTo(404);
        assertThat(operador.get("/nothing/here").codigo()).isEqualTo("DADOS_INVALIDOS");
        assertThat(operador.send("DELETE", "/pontos", null).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost:1", "http://localhost.elsewhere"})
    void aPageFromElsewhereCannotWriteWithThePasswordThatTheBrowserKeeps(String origin) {
        Answer answer = operador.send("PUT", "/pontos/1/disponibilidade?disponivel=false", null, "Origin", origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.codigo()).isEqualTo("NAO_AUTORIZADO");
        assertThat(server.rows("postos WHERE disponivel = FALSE")).isZero();
    }

    @Test
    void aPageOfOurOwnCanWrite() {
        assertThat(operador.send(
                                "PUT",
                                "/pontos/1/disponibilidade?disponivel=false",
                                null,
                                "Origin",
                                "http://localhost:" + port)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPathThatPretendsIsRefused() {
        for (String path :
                new String[] {"/pontos/..;/reservas", "/docs/../reservas", "//reservas", "/docs/%2e%2e/reservas"}) {
            assertThat(nobody.get(path).status()).as(path).isIn(400, 401);
        }
    }

    @Test
    void theManagementPortKeepsItsOwnPassword() {
        assertThat(Operador.nobody(managementPort)
                        .get("/actuator/health/liveness")
                        .status())
                .isEqualTo(200);

        Answer answer = Operador.at(managementPort).get("/actuator/jolokia");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("gestao");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.text("/status")).isEqualTo("erro");
        assertThat(answer.codigo()).isEqualTo("NAO_AUTORIZADO");
    }
}
