package br.com.recarga.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class JsonBodyFilterTest {

    private static final int LARGEST = 64 * 1024;

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/reservar");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/json; charset=utf-8",
                "APPLICATION/JSON"
            })
    void jsonPassesWhole(String contentType) throws Exception {
        request.setContentType(contentType);
        request.setContent("{\"placa\":\"é\"}".getBytes(UTF_8));

        filter();

        assertThat(passedBody()).isEqualTo("{\"placa\":\"é\"}".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/problem+json",
                "application/jsonp",
                "json",
                "nada/",
                "/json",
                ";"
            })
    void anythingElseIsRefused(String contentType) throws Exception {
        request.setContentType(contentType);
        request.setContent("{}".getBytes(UTF_8));

        filter();

        assertRefused(415, Codigo.JSON_INVALIDO);
    }

    @Test
    void aBodyOfNoTypeIsTakenForJson() throws Exception {
        request.setContent("{}".getBytes(UTF_8));

        filter();

        assertThat(passedBody()).isEqualTo("{}".getBytes(UTF_8));
        assertPassedAs("application/json");
    }

    @Test
    void aBrowserMustSayTheType() throws Exception {
        request.addHeader("Origin", "https://elsewhere.example");
        request.setContent("{}".getBytes(UTF_8));

        filter();

        assertRefused(415, Codigo.JSON_INVALIDO);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, , 415",
        "POST, text/plain, 415",
        "POST, application/x-www-form-urlencoded, 415",
        "PUT, , 200",
        "PATCH, , 200",
        "POST, application/json, 200",
        "DELETE, , 200",
        "GET, , 200"
    })
    void aBrowserMustSayTheTypeAlsoOfWhatItPostsByParametersAlone(String method, String contentType, int status)
            throws Exception {
        request.setMethod(method);
        request.setQueryString("placa=ABC1234&posto_id=5&server_id=server1");
        request.addHeader("Origin", "https://elsewhere.example");
        request.setContentType(contentType);

        filter();

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(status == 200);
    }

    @Test
    void aProgramThatIsNoBrowserNeedsNoTypeForParameters() throws Exception {
        request.setQueryString("placa=ABC1234&posto_id=5&server_id=server1");

        filter();

        assertPassedAs("application/json");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "lixo"})
    void withoutABodyNoTypeStandsInTheWay(String contentType) throws Exception {
        request.setContentType(contentType);

        filter();

        assertPassedAs("application/json");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/plain", "application/json", "lixo"})
    void noBodyPassesWhateverItClaimsToBe(String contentType) throws Exception {
        request.setContentType(contentType);

        filter();

        assertThat(passedBody()).isEmpty();
    }

    @Test
    void oneByteMoreIsRefused() throws Exception {
        request.setContentType("application/json");
        request.setContent(new byte[LARGEST + 1]);

        filter();

        assertRefused(413, Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void whoAnnouncesTooMuchIsRefusedUnread() throws Exception {
        MockHttpServletRequest announced = new MockHttpServletRequest("POST", "/reservar") {
            @Override
            public long getContentLengthLong() {
                return 3_000_000_000L;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("read");
            }
        };

        new JsonBodyFilter(List.of(), Duration.ofSeconds(10)).doFilter(announced, response, chain);

        assertRefused(413, Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void theBodyCanBeReadByteByByteAndSaysWhenItIsOver() throws Exception {
        request.setContentType("application/json");
        request.setContent("{}".getBytes(UTF_8));

        filter();

        ServletInputStream body = chain.getRequest().getInputStream();
        assertThat(body.isReady()).isTrue();
        assertThat(body.isFinished()).isFalse();
        assertThat(body.read()).isEqualTo('{');
        assertThat(body.read()).isEqualTo('}');
        assertThat(body.isFinished()).isTrue();
        assertThat(body.read()).isEqualTo(-1);
    }

    @ParameterizedTest(name = "{0} {1} of {2} bytes: {3}")
    @CsvSource({
        "/pontos/importar, text/csv, 8000, 200",
        "/pontos/importar/, text/csv;charset=utf-8, 8000, 200",
        "/pontos/importar, text/csv, 8001, 413",
        "/pontos/importar, application/json, 10, 415",
        "/pontos, text/csv, 10, 415",
        "/pontos, application/json, 100000, 413"
    })
    void aPathCanHaveARuleOfItsOwn(String path, String contentType, int bytes, int status) throws Exception {
        request.setRequestURI(path);
        request.setContentType(contentType);
        request.setContent(new byte[bytes]);

        new JsonBodyFilter(
                        List.of(new OutroCorpo("/pontos/importar", MediaType.parseMediaType("text/csv"), 8_000)),
                        Duration.ofSeconds(10))
                .doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(status == 200);
    }

    @Test
    void whoSaysWhoHeIsNeedsNoneOfTheRoomOfThoseWhoDoNot() throws Exception {
        JsonBodyFilter filter = new JsonBodyFilter(List.of(), Duration.ofMinutes(1));
        for (int i = 0; i < 256; i++) {
            new Late(LARGEST / 2).goesThrough(filter, new MockHttpServletResponse(), chain);
        }

        Late nobody = new Late(LARGEST / 2);
        nobody.goesThrough(filter, response, chain);
        assertRefused(503, Codigo.SERVIDOR_INDISPONIVEL);

        Late operator = new Late(LARGEST / 2);
        operator.setUserPrincipal(() -> "operador");
        MockHttpServletResponse untouched = new MockHttpServletResponse();
        operator.goesThrough(filter, untouched, chain);
        assertThat(untouched.isCommitted()).isFalse();

        Late tooMuch = new Late(LARGEST + 1);
        tooMuch.setUserPrincipal(() -> "operador");
        MockHttpServletResponse refused = new MockHttpServletResponse();
        tooMuch.goesThrough(filter, refused, chain);
        assertThat(refused.getStatus()).isEqualTo(413);
    }

    private void filter() throws Exception {
        new JsonBodyFilter(List.of(), Duration.ofSeconds(10)).doFilter(request, response, chain);
    }

    private void assertPassedAs(String contentType) {
        HttpServletRequest passed = (HttpServletRequest) chain.getRequest();
        assertThat(passed.getContentType()).isEqualTo(contentType);
        assertThat(passed.getHeader("content-type")).isEqualTo(contentType);
        assertThat(Collections.list(passed.getHeaders("Content-Type"))).containsExactly(contentType);
    }

    private byte[] passedBody() throws IOException {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest()).isNotNull();
        return chain.getRequest().getInputStream().readAllBytes();
    }

    private void assertRefused(int status, Codigo codigo) throws IOException {
        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(ContractJson.mapper()
                        .readValue(response.getContentAsByteArray(), Resposta.class)
                        .codigo())
                .isEqualTo(codigo);
    }

    /** A body of no said length, of which more is to come. */
    private static final class Late extends MockHttpServletRequest {

        private final int bytes;
        private ReadListener listener;
        private int left;

        Late(int bytes) {
            super("POST", "/reservar");
            this.bytes = bytes;
            setAsyncSupported(true);
            setContentType("application/json");
            addHeader("Transfer-Encoding", "chunked");
        }

        void goesThrough(JsonBodyFilter filter, MockHttpServletResponse response, MockFilterChain chain)
                throws Exception {
            filter.doFilter(this, response, chain);
            left = bytes;
            listener.onDataAvailable();
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    left--;
                    return ' ';
                }

                @Override
                public boolean isReady() {
                    return left > 0;
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public void setReadListener(ReadListener readListener) {
                    listener = readListener;
                }
            };
        }
    }
}
