package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PaginaDoOperadorTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                BROWSER,
                "text/html",
                "text/html, */*",
                "TEXT/HTML;charset=utf-8",
                "text/*",
                "application/json;q=0.5, text/html;q=0.6"
            })
    void aBrowserGetsThePageAtTheRoot(String accept) {
        Answer answer = Operador.nobody(port).send("GET", "/", null, "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(text(answer)).startsWith("<!doctype html>").contains("<main ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json, text/plain, */*",
                "application/json, text/html",
                "text/html;q=0.5, */*",
                "text/html;q=0, application/json",
                "image/png, */*;q=0.1"
            })
    void everybodyElseGetsWhatTheOriginalSaysThere(String accept) {
        Answer answer = accept.isEmpty()
                ? Operador.nobody(port).get("/")
                : Operador.nobody(port).send("GET", "/", null, "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(answer.text("/servidor")).isEqualTo("server7");
    }

    @Test
    void whatCannotBeReadIsNoWishForAPage() {
        assertThat(PaginaNaRaiz.wantsHtml(List.of("text"))).isFalse();
        assertThat(PaginaNaRaiz.wantsHtml(List.of("text/html;q=much"))).isFalse();
        assertThat(PaginaNaRaiz.wantsHtml(List.of())).isFalse();
        assertThat(PaginaNaRaiz.wantsHtml(List.of("application/xml", "text/html")))
                .isTrue();
    }

    @Test
    void onlyTheRootIsNegotiated() {
        Answer answer = Operador.nobody(port).send("GET", "/pontos", null, "Accept", BROWSER);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "/pagina/operador.js, javascript",
        "/pagina/operador.css, text/css",
        "/comum/recarga.css, text/css",
        "/comum/marca.svg, image/svg+xml"
    })
    void thePagesFilesAreOpenAndAskedForAgainWithTheirTag(String path, String type) {
        Answer file = Operador.nobody(port).get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).contains(type);

        Answer again = Operador.nobody(port).send("GET", path, null, "If-None-Match", file.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pagina/",
                "/pagina/nada.js",
                "/pagina/..%2f..%2froutes-server.properties",
                "/comum/%2e%2e/operador/index.html"
            })
    void nothingButThePagesFilesIsServed(String path) {
        assertThat(Operador.nobody(port).get(path).status()).isGreaterThanOrEqualTo(400);
    }

    /** What the page relies on for its own safety: no script or style within it, and no data that becomes markup. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pagina/index.html",
                "/pagina/api.js",
                "/pagina/cadastro.js",
                "/pagina/csv.js",
                "/pagina/dialogo.js",
                "/pagina/dom.js",
                "/pagina/formato.js",
                "/pagina/ocupacao.js",
                "/pagina/operador.js",
                "/pagina/postos.js",
                "/pagina/reservas.js",
                "/pagina/servico.js",
                "/pagina/textos.js",
                "/comum/dom.js",
                "/comum/tema.js"
            })
    void thePageKeepsToItsPolicy(String file) {
        String text = text(Operador.nobody(port).get(file));

        assertThat(text)
                .isNotBlank()
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", " style=")
                .doesNotContain("http://", "https://")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void bothLanguagesSayEverything() {
        String text = text(Operador.nobody(port).get("/pagina/textos.js"));
        int english = text.indexOf("const EN = {");

        List<String> portuguese = keys(text.substring(text.indexOf("const PT = {"), english));
        assertThat(portuguese).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(keys(text.substring(english, text.indexOf("const TEXTOS"))))
                .doesNotHaveDuplicates()
                .containsAll(portuguese);
    }

    private static List<String> keys(String dictionary) {
        return Pattern.compile("(?m)(?:^  |, )(\\w+): '")
                .matcher(dictionary)
                .results()
                .map(key -> key.group(1))
                .toList();
    }

    private static String text(Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }
}
