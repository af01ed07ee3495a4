package br.com.recarga.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientTest;
import java.util.List;
import java.util.regex.Pattern;
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
import org.springframework.http.ResponseEntity;

/** How the files of the drivers' page are served; what it does is tested in a browser. */
@ClientTest
class PaginaMotoristaTest {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?ver=viagem", "/pagina/app.js", "/comum/recarga.css", "/leaflet/leaflet.js", "/sw.js"})
    void aFileOfThePageTalksToNobodyElseAndMayNotBeFramed(String path) {
        ResponseEntity<String> file = http.getForEntity(path, String.class);

        assertThat(file.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(file.getHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(file.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        // where the driver is, the browser says only if he lets it
        assertThat(file.getHeaders().getFirst("Permissions-Policy"))
                .contains("geolocation=(self)", "camera=()", "microphone=()");
    }

    @Test
    void withoutTilesTheMapAsksNobodyForAny() {
        ResponseEntity<String> mapa = http.getForEntity("/pagina/mapa.json", String.class);

        assertThat(mapa.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(mapa.getBody()).isEqualTo("{}");
        assertThat(mapa.getHeaders().get(HttpHeaders.CACHE_CONTROL)).containsExactly("max-age=3600");
        assertThat(mapa.getHeaders().getFirst("Content-Security-Policy")).contains("img-src 'self';");
    }

    @ParameterizedTest
    @CsvSource({"/leaflet/leaflet.js, 60000", "/pagina/estados.js, 14000", "/pagina/textos/pt-BR.json, 9000"})
    void aFileIsSentSmallToWhoeverCanReadItSo(String path, int most) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_ENCODING, "gzip");

        ResponseEntity<byte[]> file = http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), byte[].class);

        assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(file.getBody()).hasSizeLessThan(most);
    }

    @Test
    void aFileIsSentAgainOnlyWhenItsContentHasChanged() {
        ResponseEntity<String> first = http.getForEntity("/pagina/app.js", String.class);
        HttpHeaders known = new HttpHeaders();
        known.setIfNoneMatch(first.getHeaders().getETag());

        ResponseEntity<String> again =
                http.exchange("/pagina/app.js", HttpMethod.GET, new HttpEntity<>(known), String.class);

        assertThat(first.getHeaders().getLastModified()).isEqualTo(-1);
        assertThat(first.getHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(again.getBody()).isNull();
    }

    @Test
    void thePageLeadsToFilesThatAreKeptForEverAndAreAnotherWhenTheirContentIs() {
        String page = http.getForObject("/", String.class);
        List<String> files = Pattern.compile("(?:src|href)=\"(/montada/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(files).hasSizeBetween(4, 6);
        for (String file : files) {
            ResponseEntity<byte[]> answer = http.getForEntity(file, byte[].class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(answer.getHeaders().getCacheControl()).isEqualTo("max-age=31536000, public, immutable");
            assertThat(answer.getHeaders().getContentType().toString())
                    .matches("text/(javascript|css)|image/svg\\+xml");
            assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        }
        assertThat(http.getForEntity(files.get(0).replaceFirst("-[0-9a-f]{4}", "-0000"), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatKeepsThePageIsAskedForAtEachVisitAndSaysWhatIsToBeKept() {
        ResponseEntity<String> worker = http.getForEntity("/sw.js", String.class);

        assertThat(worker.getHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(worker.getHeaders().getContentType().toString()).isEqualTo("text/javascript");
        assertThat(worker.getBody()).contains("const VERSAO = 'recarga-", "const ARQUIVOS = ['/', '/montada/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pagina/nada.js",
                "/montada/nada.js",
                "/montada/",
                "/comum/",
                "/leaflet/../routes-client.properties",
                "/pagina/..%2f..%2froutes-client.properties",
                "/index.html"
            })
    void whatIsNoFileOfThePageIsAnsweredAsEverythingThatDoesNotExist(String path) {
        ResponseEntity<String> answer = http.getForEntity(path, String.class);

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(String.valueOf(answer.getBody())).doesNotContain("recarga.");
    }
}
