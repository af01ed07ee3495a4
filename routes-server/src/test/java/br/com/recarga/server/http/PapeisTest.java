package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.operadores.OperadorSettings;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who may pass, at the door itself. */
@ExtendWith(OutputCaptureExtension.class)
class PapeisTest {

    private static final String SENHA = "segredo de todos";
    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SENHA);

    private Filter door;
    private MockFilterChain passed;
    private MockHttpServletResponse response;

    @BeforeEach
    void door() throws Exception {
        String pessoas = "ver:ver:" + HASH + " operar:operar:" + HASH + " administrar:administrar:" + HASH;
        door = new OperadorSecurity()
                .operadorFilter(new OperadorSettings("operador", "segredo", pessoas, ""))
                .getFilter();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // who has none, ver, operar, administrar
        "GET, /reservas, 401, 200, 200, 200",
        "GET, /operadores/eu, 401, 200, 200, 200",
        "GET, /ocupacao, 401, 200, 200, 200",
        "GET, /pontos/1/carregamento/1, 401, 200, 200, 200",
        "GET, /indisponibilidades, 401, 200, 200, 200",
        "GET, /pontos, 200, 200, 200, 200",
        "GET, /reservas/server7-1, 200, 200, 200, 200",
        "POST, /reservas, 200, 403, 200, 200",
        "PATCH, /reservas/server7-1, 200, 403, 200, 200",
        "DELETE, /reservas/server7-1, 200, 403, 200, 200",
        "PUT, /reservas/server7-1/posto, 401, 403, 200, 200",
        "POST, /cancelar_reserva, 200, 403, 200, 200",
        "PUT, /pontos/1/disponibilidade, 401, 403, 200, 200",
        "PUT, /pontos/1/disponibilidade/, 401, 403, 200, 200",
        "PUT, /pontos/1/manutencao, 401, 403, 200, 200",
        "POST, /pontos/1/carregamento, 401, 403, 200, 200",
        "PUT, /pontos/1/carregamento/1, 401, 403, 200, 200",
        "PATCH, /pontos/1/carregamento/1, 401, 403, 200, 200",
        "POST, /pontos, 401, 403, 403, 200",
        "PUT, /pontos/1, 401, 403, 403, 200",
        "POST, /pontos/importar, 401, 403, 403, 200",
        "DELETE, /pontos/1, 401, 403, 403, 200",
        "POST, /what/may/come, 401, 403, 403, 200",
    })
    void eachRolePassesWhereItMay(String method, String path, int nobody, int ver, int operar, int administrar)
            throws Exception {
        assertThat(ask(method, path, null, null)).isEqualTo(nobody);
        assertThat(ask(method, path, "ver", SENHA)).isEqualTo(ver);
        assertThat(ask(method, path, "operar", SENHA)).isEqualTo(operar);
        assertThat(ask(method, path, "administrar", SENHA)).isEqualTo(administrar);
        assertThat(ask(method, path, "operador", "segredo")).isEqualTo(administrar);
        assertThat(ask(method, path, "administrar", "wrong")).isEqualTo(401);
    }

    @Test
    void whoMayNotIsToldWhatItTakes() throws Exception {
        ask("POST", "/pontos", "operar", SENHA);

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("NAO_AUTORIZADO", "Seu papel, operar, não permite isto: é preciso administrar");
    }

    @Test
    void anActIsALineWithWhoAndWhatAndNoSecret(CapturedOutput output) throws Exception {
        ask("DELETE", "/reservas/server7-1", "operar", SENHA);
        ask("POST", "/pontos", "ver", SENHA);

        assertThat(output)
                .containsOnlyOnce("ato: quem=operar de=10.1.2.3 DELETE /reservas/server7-1 status=200")
                .containsOnlyOnce("ato: quem=ver de=10.1.2.3 POST /pontos status=403")
                .doesNotContain("codigo-secreto", SENHA);
    }

    @Test
    void readingIsNoActAndADriverIsNoOperator(CapturedOutput output) throws Exception {
        ask("GET", "/reservas", "ver", SENHA);
        ask("DELETE", "/reservas/server7-1", null, null);
        ask("GET", "/reservas", null, null);

        assertThat(output).doesNotContain("ato: ", "entrada recusada");
    }

    @Test
    void aRefusedLoginIsALineAndSaysNoNameThatIsNobodys(CapturedOutput output) throws Exception {
        ask("GET", "/reservas", "ver", "wrong");
        ask("PUT", "/pontos/1", "my password", "");

        assertThat(output)
                .containsOnlyOnce("entrada recusada: quem=ver de=10.1.2.3 GET /reservas")
                .containsOnlyOnce("entrada recusada: quem=desconhecido de=10.1.2.3 PUT /pontos/1")
                .doesNotContain("my password", "wrong");
    }

    private int ask(String method, String path, String user, String password) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString("codigo=codigo-secreto");
        request.setRemoteAddr("10.1.2.3");
        if (user != null) {
            request.addHeader("Authorization", Operador.basic(user, password));
        }
        response = new MockHttpServletResponse();
        passed = new MockFilterChain();
        door.doFilter(request, response, passed);
        assertThat(passed.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
