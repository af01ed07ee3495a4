package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What it costs to open the drivers' page on a telephone, in requests and bytes as they pass on the line; and what is left without one. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class VisitaTest extends PaginaTest {

    private static final int MAX_REQUESTS = 12;
    private static final int MAX_BYTES = 150 * 1024;
    private static final int MAX_REQUESTS_AGAIN = 3;

    private Contador line;
    private String url;

    @BeforeEach
    void aTelephoneOnALine() throws IOException {
        line = new Contador(URI.create(clientUrl).getPort());
        url = "http://localhost:" + line.port();
        telephone();
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
    }

    @Test
    void aFirstVisitAsksForLittleAndASecondForWhatMayHaveChanged() {
        visit();
        // it has all that it keeps
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        report("a first visit", line);
        assertThat(line.requests()).hasSizeLessThanOrEqualTo(MAX_REQUESTS);
        assertThat(line.bytes()).isLessThanOrEqualTo(MAX_BYTES);

        page.navigate("about:blank");
        line.reset();
        visit();
        // also whether there is another version, which the browser asks a little later
        await().atMost(Duration.ofSeconds(30)).until(() -> line.requests().contains("GET /sw.js"));
        report("a second visit", line);
        assertThat(line.requests()).hasSizeLessThanOrEqualTo(MAX_REQUESTS_AGAIN);
    }

    @Test
    void theReservationsOfThisDeviceAreThereWithoutANetwork() throws IOException {
        page.navigate(url + "/?posto=server1:44");
        page.getByLabel("Placa do carro").locator("visible=true").fill("VIS0001");
        button("Reservar").click();
        String codigo = page.locator(".feito .codigo-reserva").textContent();
        String nome = page.locator(".feito p").first().textContent().split(" é seu")[0];
        page.waitForFunction("navigator.serviceWorker.controller !== null");

        line.close();
        page.navigate(url + "/?ver=reservas");

        Locator card = page.locator(".reserva");
        assertThat(card.locator(".codigo-reserva")).hasText(codigo);
        assertThat(card).containsText(nome);
        assertThat(card).containsText("Chegue até");
        assertThat(card).containsText("O que se vê aqui é o que se sabia antes");
        assertThat(page.locator("#ligacao")).hasAttribute("data-situacao", "perdida");
        page.locator("[data-visao=postos]").first().click();
        thereAre(150);
    }

    private void visit() {
        page.navigate(url + "/");
        assertThat(page.locator("#ligacao")).hasAttribute("data-situacao", "viva");
        assertThat(page.locator("#lista-postos .posto[data-posto='server3:9'] .etiqueta"))
                .hasText("Livre");
        thereAre(150);
    }

    private static void report(String what, Contador line) {
        List<String> requests = line.requests();
        System.out.printf(
                "%s: %d requests, %d bytes: %s%n", what, requests.size(), line.bytes(), String.join(", ", requests));
    }
}
