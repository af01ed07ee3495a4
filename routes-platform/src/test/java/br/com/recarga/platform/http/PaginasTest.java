package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PaginasTest {

    @Test
    void aPageTakesImagesOnlyFromItsOwnHostAndDoesNotAskWhereItIs() {
        MockHttpServletResponse answer = answer(new Paginas("operador"));

        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'", "img-src 'self';");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
    }

    @Test
    void aPageMayBeAllowedImagesOfOneMoreHostAndNothingElseOfIt() {
        MockHttpServletResponse answer =
                answer(Paginas.montadas("motorista", Map.of(), List.of("https://*.tiles.example"), true));

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("img-src 'self' https://*.tiles.example;", "script-src 'self';", "connect-src 'self';")
                .containsOnlyOnce("tiles.example");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=(self)");
    }

    private static MockHttpServletResponse answer(Paginas pages) {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        assertThat(pages.preHandle(new MockHttpServletRequest(), answer, new Object()))
                .isTrue();
        return answer;
    }
}
