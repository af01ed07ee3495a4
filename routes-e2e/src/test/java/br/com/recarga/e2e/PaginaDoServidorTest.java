package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of an operator's page share: server1's, and how its operator goes about in it. */
abstract class PaginaDoServidorTest extends PaginaTest {

    private static final AtomicInteger CARS = new AtomicInteger();

    /** Of a car that no other test has. */
    static String plate() {
        return "OPE%04d".formatted(CARS.getAndIncrement());
    }

    void open() {
        open(1280, 800, ColorScheme.LIGHT);
    }

    void open(int width, int height, ColorScheme scheme) {
        window(width, height, scheme);
        page.navigate(server1Url);
        assertThat(page.locator("#ligacao")).hasText("Ao vivo");
    }

    void enter() {
        button("Entrar").first().click();
        page.getByLabel("Senha").fill(SENHA);
        page.keyboard().press("Enter");
        assertThat(dialog()).isHidden();
        assertThat(button("Sair")).isVisible();
    }

    /** @param begin null: now; @param end null: as long as the charge takes */
    Api.Answer reserve(int postoId, OffsetDateTime begin, OffsetDateTime end) {
        String window = (begin == null ? "" : ",\"inicio\":\"%s\"".formatted(begin))
                + (end == null ? "" : ",\"fim\":\"%s\"".formatted(end));
        Api.Answer answer = client.reservar("""
                {"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                 "taxa_descarga":0.15,"posto_id":%d,"server_id":"server1"%s}""".formatted(plate(), postoId, window));
        assertThat(answer.codigo()).isIn(Codigo.OK.name(), Codigo.POSTO_OCUPADO.name());
        return answer;
    }

    /** No view is wider than its window, and axe finds nothing in it, however small. */
    void inspect(String picture, int width) {
        // rows are alike, and a thousand cells take a minute
        AxeBuilder axe = new AxeBuilder(page).exclude("tbody tr:nth-child(n+10)");
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        if (picture == null) {
            nothingIsWiderThan(width);
        } else {
            picture(picture, width);
        }
    }

    Locator points() {
        return page.locator("#tabela-postos tbody tr");
    }

    Locator point(int id) {
        return page.locator("#tabela-postos tr[data-chave='%d']".formatted(id));
    }

    Locator state(int id) {
        return point(id).locator(".etiqueta");
    }

    Locator reservations() {
        return page.locator("#tabela-reservas tbody tr");
    }

    Locator reservation(String plate) {
        return page.locator("#tabela-reservas tbody tr", new Page.LocatorOptions().setHasText(plate));
    }

    Locator charge(String plate) {
        return page.locator("#tabela-carregamentos tbody tr", new Page.LocatorOptions().setHasText(plate));
    }

    Locator dialog() {
        return page.locator("dialog");
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static String text(Api.Answer answer, String field) {
        return answer.body().path(field).asText();
    }

    static OffsetDateTime in(int hours) {
        return OffsetDateTime.now().plusHours(hours).truncatedTo(ChronoUnit.SECONDS);
    }

    /** By the clock of the servers. */
    static OffsetDateTime tomorrowAt(int hour) {
        return OffsetDateTime.now(ZoneOffset.ofHours(-3))
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .withHour(hour);
    }
}
