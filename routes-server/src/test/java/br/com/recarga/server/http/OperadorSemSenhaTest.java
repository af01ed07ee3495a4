package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.operadores.OperadorSettings;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class OperadorSemSenhaTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "operador"})
    void withoutAPasswordNobodyGetsIn(String given) throws Exception {
        for (String configured : new String[] {"", " "}) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/reservas");
            request.addHeader("Authorization", Operador.basic("operador", given));
            MockHttpServletResponse response = new MockHttpServletResponse();
            MockFilterChain passed = new MockFilterChain();

            filter(configured).doFilter(request, response, passed);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(passed.getRequest()).isNull();
        }
    }

    @Test
    void itIsSaidOnce(CapturedOutput output) throws Exception {
        filter("");

        assertThat(output).containsOnlyOnce("Sem RECARGA_OPERADOR_SENHA ninguém entra como operador");
    }

    @Test
    void aPasswordIsNotLogged(CapturedOutput output) throws Exception {
        filter("segredo");

        assertThat(output).doesNotContain("segredo", "RECARGA_OPERADOR_SENHA");
    }

    private static Filter filter(String password) throws Exception {
        return new OperadorSecurity()
                .operadorFilter(new OperadorSettings("operador", password, "", ""))
                .getFilter();
    }
}
