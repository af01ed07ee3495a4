package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.lugares.Municipios;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drivers' map, and their page on small screens, in a browser, on the whole system: with points also far from where most are. */
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class MapaDoMotoristaTest extends PaginaTest {

    private static final String TILE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    /** Three of an operator at one place in Manaus, and the southernmost. */
    private final List<Integer> manaus = new ArrayList<>();

    private int portoAlegre;

    @BeforeAll
    void pointsFarAway() {
        for (String name : List.of("Largo A", "Largo B", "Largo C")) {
            manaus.add(point(name, "Manaus", "AM", "-3.1190,-60.0217"));
        }
        portoAlegre = point("Guaíba", "Porto Alegre", "RS", "-30.0300,-51.2300");
    }

    private int point(String name, String city, String uf, String place) {
        return server1.post("/pontos", """
                {"nome":"%s","cidade":"%s","uf":"%s","localizacao":"%s","potencia_maxima":50,"tipo_conector":"CHAdeMO",
                 "preco_kwh":2.1}""".formatted(name, city, uf, place), "Authorization", credential())
                .body()
                .get("id")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource({"360, 740, LIGHT", "768, 1024, DARK", "1280, 800, LIGHT", "1280, 800, DARK", "360, 740, DARK"})
    void severalPointsAtOnePlaceCanEachBeOpened(int width, int height, ColorScheme scheme) {
        open("/?cidade=manaus", width, height, scheme);
        Locator group = page.locator("#mapa .mapa-icone:has(.grupo)");
        assertThat(group).hasAccessibleName(Pattern.compile("Manaus: 3 postos, 3 livres agora"));

        group.click();
        Locator list = page.getByRole(AriaRole.DIALOG);
        assertThat(list).hasAccessibleName("3 postos no mesmo lugar");
        assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(3);
        nothingAtAll();
        picture("mapa-juntos" + suffix(width, scheme), width);
        list.getByText("Largo B").click();
        assertThat(page.locator("#titulo-posto")).hasText("Largo B");
        assertThat(list).not().isVisible();

        // what lies where the chosen one is can still be reached
        assertThat(page.locator("#mapa .mapa-icone:has(.escolhido)")).hasCount(1);
        still();
        group.click();
        assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(2);
        list.getByText("Largo C").click();
        assertThat(page.locator("#titulo-posto")).hasText("Largo C");
    }

    @Test
    void theListOfPointsAtOnePlaceIsUsedByKeyboardAndGivesTheFocusBack() {
        open("/?cidade=manaus");
        Locator group = page.locator("#mapa .mapa-icone:has(.grupo)");
        group.focus();

        page.keyboard().press("Enter");
        Locator list = page.getByRole(AriaRole.DIALOG);
        assertThat(button("Fechar")).isFocused();
        maintenance(manaus.get(0), true);
        try {
            assertThat(list).containsText("Manutenção");
            assertThat(button("Fechar")).isFocused();
        } finally {
            maintenance(manaus.get(0), false);
        }
        page.keyboard().press("Escape");
        assertThat(list).not().isVisible();
        assertThat(group).isFocused();

        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#titulo-posto")).hasText("Largo A");
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "768, 1024", "1280, 800"})
    void pointsAnywhereInBrazilAreOnTheMapWithTheOutlinesOfAllStates(int width, int height) {
        open("/", width, height, ColorScheme.LIGHT);
        assertThat(page.locator("#mapa path.mapa-estado")).hasCount(27);
        assertThat(page.locator("#mapa path.mapa-estado.nucleo")).hasCount(7);
        still();

        BoundingBox map = page.locator("#mapa").boundingBox();
        for (String city : List.of("Manaus", "Porto Alegre")) {
            assertThat(inside(map, mark(city).first().boundingBox())).as(city).isTrue();
        }
        picture("mapa-brasil" + suffix(width, ColorScheme.LIGHT), width);
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "768, 1024", "1280, 800"})
    void noNameOnTheMapIsOverAnotherOrOverAMark(int width, int height) {
        open("/", width, height, ColorScheme.LIGHT);
        thereAre(154);
        still();
        noNameIsOverAnything();

        page.navigate(clientUrl + "/?cidade=feira");
        live();
        still();
        noNameIsOverAnything();
        button("Ver tudo").click();
        still();
        Locator closer = button("Aproximar");
        while (!closer.getAttribute("aria-disabled").equals("true")) {
            closer.click();
            still();
            noNameIsOverAnything();
        }

        page.navigate(clientUrl + "/?posto=server3:9");
        live();
        still();
        noNameIsOverAnything();

        // where text is larger, there is room for fewer
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        page.navigate(clientUrl + "/?ver=viagem");
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        live();
        still();
        button("Aproximar").click();
        still();
        noNameIsOverAnything();
    }

    private void noNameIsOverAnything() {
        assertThat(page.evaluate("""
                () => {
                  const parts = (selector) => [...document.querySelectorAll(selector)].map((part) => ({ part, box: part.getBoundingClientRect() }));
                  const names = parts('#mapa :is(.mapa-cidade, .mapa-nome-estado) span');
                  const marks = parts('#mapa .mapa-icone > *');
                  const over = ({ box: a }, { box: b }) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
                  return names.flatMap((name, i) => [...names.slice(i + 1), ...marks]
                    .filter((other) => over(name, other))
                    .map((other) => `${name.part.textContent} / ${other.part.outerHTML}`));
                }""")).isEqualTo(List.of());
    }

    @Test
    void nearlyEveryMunicipalityIsWithinTheOutlineOfItsState() {
        open("/");
        String seats = ContractJson.mapper()
                .valueToTree(Municipios.doBrasil().todos().stream()
                        .map(place -> List.of(
                                place.uf(),
                                place.sede().latitude(),
                                place.sede().longitude()))
                        .toList())
                .toString();

        Number within = (Number) page.evaluate("""
                async (seats) => {
                  const estados = (await import('/pagina/estados.js')).default;
                  const in1 = (ring, [lat, lon]) => ring.reduce((inside, [y, x], i) => {
                    const [y2, x2] = ring.at(i - 1);
                    return (y > lat) !== (y2 > lat) && lon < ((x2 - x) * (lat - y)) / (y2 - y) + x ? !inside : inside;
                  }, false);
                  const all = JSON.parse(seats);
                  return all.filter(([uf, ...place]) => estados.find((estado) => estado.uf === uf).poligonos.some(([ring]) => in1(ring, place))).length / all.length;
                }""", seats);

        assertThat(within.doubleValue()).isBetween(0.98, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "768, 1024", "1280, 800"})
    void aLinkToAPointEndsAtIt(int width, int height) {
        open("/?posto=server1:" + portoAlegre, width, height, ColorScheme.LIGHT);
        assertThat(page.locator("#titulo-posto")).hasText("Guaíba");
        still();

        atTheMiddle(page.locator("#mapa .mapa-icone:has(.escolhido)"));

        // and so does the same page once it knows all points from before
        page.reload();
        assertThat(page.locator("#titulo-posto")).hasText("Guaíba");
        still();
        atTheMiddle(page.locator("#mapa .mapa-icone:has(.escolhido)"));
        // from which one comes back to all of them
        button("Todos os postos").first().click();
        still();
        assertThat(inside(
                        page.locator("#mapa").boundingBox(),
                        mark("Manaus").first().boundingBox()))
                .isTrue();
    }

    @Test
    void theMapGoesToWhatTheFiltersLeave() {
        open("/");
        thereAre(154);

        page.getByLabel("Cidade ou posto").fill("guaíba");
        assertThat(rows()).hasCount(1);
        still();
        atTheMiddle(mark("Porto Alegre"));

        page.getByText("Mais filtros").click();
        page.getByText("Limpar os filtros").click();
        thereAre(154);
        still();
        assertThat(inside(
                        page.locator("#mapa").boundingBox(),
                        mark("Manaus").first().boundingBox()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 800"})
    void aLongListIsShownInPortions(int width, int height) {
        window(width, height, ColorScheme.LIGHT);
        anOperatorHasManyPoints();
        page.navigate(clientUrl + "/");
        live();

        assertThat(page.locator(".contagem")).containsText("10.000 postos");
        assertThat(rows()).hasCount(100);
        button("Mostrar mais").click();
        assertThat(rows()).hasCount(200);
        assertThat(rows().nth(100)).isFocused();
        nothingAtAll();

        Locator search = page.getByLabel("Cidade ou posto");
        search.fill("posto 432");
        assertThat(page.locator(".contagem")).containsText("11 postos");
        assertThat(button("Mostrar mais")).isHidden();
        search.fill("posto");
        assertThat(rows()).hasCount(100);
        nothingIsWiderThan(width);
    }

    @Test
    void whoGoesBackToALongListIsAtThePointThatHeLeft() {
        window(360, 740, ColorScheme.LIGHT);
        anOperatorHasManyPoints();
        page.navigate(clientUrl + "/?posto=server1:5050");
        live();
        assertThat(page.locator("#titulo-posto")).hasText("Posto 5050");

        button("Todos os postos").click();

        assertThat(page.locator("#lista-postos [data-posto='server1:5050']")).isFocused();
    }

    @Test
    void theStatesWithPointsStandOutAlsoIfAFilterLeavesNone() {
        open("/?cidade=nenhures");

        assertThat(page.getByText("Nenhum posto com esses filtros")).isVisible();
        assertThat(page.locator("#mapa .mapa-estado.nucleo").first()).isAttached();
    }

    @Test
    void theNearestOfManyPointsComeFirst() {
        window(360, 740, ColorScheme.LIGHT);
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(-12.5, -39.5));
        anOperatorHasManyPoints();
        page.navigate(clientUrl + "/");
        live();
        assertThat(rows()).hasCount(100);
        button("Mostrar mais").click();
        assertThat(rows()).hasCount(200);

        button("Perto de mim").click();

        assertThat(rows().first()).containsText("Posto 5050");
        assertThat(rows()).hasCount(100);
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 800"})
    void onlyWhatMayBeSeenSoonOfManyPointsIsOnTheMap(int width, int height) {
        window(width, height, ColorScheme.LIGHT);
        anOperatorHasManyPoints();
        page.navigate(clientUrl + "/?posto=server1:5050");
        live();
        assertThat(page.locator("#titulo-posto")).hasText("Posto 5050");
        still();
        atTheMiddle(page.locator("#mapa .mapa-icone:has(.escolhido)"));

        assertThat(page.evaluate("""
                () => {
                  const { left, right, top, bottom, width, height } = document.querySelector('#mapa').getBoundingClientRect();
                  return [...document.querySelectorAll('#mapa [data-marca]')].filter((mark) => {
                    const { x, y } = mark.getBoundingClientRect();
                    return x < left - width || x > right + width || y < top - height || y > bottom + height;
                  }).map((mark) => mark.dataset.marca);
                }""")).isEqualTo(List.of());

        // those that are not are reached with the arrows
        Locator focused = page.locator("#mapa [data-marca]:focus");
        page.locator("#mapa .mapa-icone:has(.escolhido)").focus();
        for (int i = 0; i < 15; i++) {
            String before = focused.getAttribute("data-marca");
            page.keyboard().press("ArrowRight");
            assertThat(focused).not().hasAttribute("data-marca", before);
        }
        still();
        assertThat(inside(page.locator("#mapa").boundingBox(), focused.boundingBox()))
                .isTrue();
    }

    @Test
    void whatChangesAndChangesBackBeforeItCouldBeSeenIsNotDrawn() {
        window(360, 740, ColorScheme.LIGHT);
        theStreamIsInHand();
        page.navigate(clientUrl + "/?cidade=guaíba");
        live();
        assertThat(rows().locator(".etiqueta")).hasText("Livre");
        still();

        assertThat(page.evaluate("""
                async (id) => {
                  let changes = 0;
                  new MutationObserver(() => changes++).observe(document.querySelector('#lista-postos'), { childList: true, subtree: true });
                  const say = (off) => fonte.dispatchEvent(new MessageEvent('posto', {
                    data: JSON.stringify({ server_id: 'server1', id, disponivel: !off, em_manutencao: off }),
                  }));
                  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                  say(true);
                  await Promise.resolve();
                  say(false);
                  await drawn();
                  const inOneFrame = changes;
                  say(true);
                  await drawn();
                  return [inOneFrame, changes];
                }""", portoAlegre)).isEqualTo(List.of(0, 1));
    }

    /** A hundred times a hundred, a minute and a bit from one another, of server1; the others have none. */
    private void anOperatorHasManyPoints() {
        String points = IntStream.rangeClosed(1, 10_000)
                .mapToObj(n -> String.format(Locale.ROOT, """
                        {"id":%d,"server_id":"server1","nome":"Posto %d","cidade":"Feira de Santana","uf":"BA","localizacao":"%.2f,%.2f",
                         "potencia_maxima":60,"tipo_conector":"CCS2","preco_kwh":2.02,"disponivel":true,"em_manutencao":false,"ocupado":[]}""", n, n, -12 - (n % 100) * .01, -39 - (n / 100) * .01))
                .collect(Collectors.joining(","));
        page.route(
                url -> url.contains("/postos?agenda=true"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                                {"status":"sucesso","codigo":"OK","servidores":["server1","server2","server3"],"postos":[%s]}""".formatted(
                                        route.request().url().matches(".*server_id=server[23].*") ? "" : points))));
    }

    /** The page's stream is the test's, too ({@code fonte}). */
    private void theStreamIsInHand() {
        page.addInitScript("""
                window.EventSource = class extends EventSource {
                  constructor(url) {
                    super(url);
                    window.fonte = this;
                  }
                }""");
    }

    @Test
    void theStreetsComeFromWhereTheConfigurationSays() {
        window(1280, 800, ColorScheme.LIGHT);
        List<String> asked = new CopyOnWriteArrayList<>();
        answer("**/pagina/mapa.json", """
                {"ladrilhos":"/ladrilhos/{z}/{x}/{y}.png","fonte":"<b>Mapas</b> & Cia","zoom_maximo":18}""");
        page.route("**/ladrilhos/**", route -> {
            asked.add(route.request().url());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("image/png")
                    .setBodyBytes(Base64.getDecoder().decode(TILE)));
        });
        page.navigate(clientUrl + "/?cidade=manaus");
        live();

        assertThat(page.locator("#mapa .leaflet-tile-loaded").first()).isAttached();
        assertThat(asked).allMatch(url -> url.matches(".*/ladrilhos/\\d+/\\d+/\\d+\\.png"));
        assertThat(page.locator(".leaflet-control-attribution")).containsText("<b>Mapas</b> & Cia");
    }

    @Test
    void withoutSuchAConfigurationNoStreetsAreAskedFor() {
        open("/?cidade=manaus");
        still();

        assertThat(page.locator("#mapa .leaflet-tile")).hasCount(0);
        assertThat(page.locator(".leaflet-control-attribution")).hasText("Contornos: Natural Earth");
    }

    @Test
    void theWayToAPointIsShownByWhateverTheDriverUses() {
        open("/?posto=server1:" + portoAlegre);

        Locator ways = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Como chegar"));
        assertThat(ways.getByText("Google Maps"))
                .hasAttribute("href", "https://www.google.com/maps/dir/?api=1&destination=-30.03%2C-51.23");
        assertThat(ways.getByText("Waze")).hasAttribute("href", "https://waze.com/ul?ll=-30.03%2C-51.23&navigate=yes");
        // a page that leads elsewhere says nothing of where one was
        assertThat(ways.getByText("Waze")).hasAttribute("rel", "noopener noreferrer");
        assertThat(ways.getByText("Mapas do aparelho")).hasCount(0);
    }

    @Test
    void onATelephoneItsOwnMapsShowTheWay() {
        window(360, 740, ColorScheme.LIGHT);
        page.addInitScript(
                "Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 15; Pixel 9)' });");
        page.navigate(clientUrl + "/?posto=server1:" + portoAlegre);

        assertThat(page.getByText("Mapas do aparelho"))
                .hasAttribute("href", "geo:-30.03,-51.23?q=-30.03,-51.23(Gua%C3%ADba)");
        nothingIsWiderThan(360);
    }

    @ParameterizedTest
    @CsvSource({"360, 740, DARK", "768, 1024, LIGHT", "1280, 800, LIGHT"})
    void whoSaysWhereHeIsSeesTheNearestPointsFirst(int width, int height, ColorScheme scheme) {
        window(width, height, scheme);
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(-30.0277, -51.2287));
        page.navigate(clientUrl + "/");
        live();
        thereAre(154);
        String first = rows().first().textContent();

        button("Perto de mim").click();

        assertThat(rows().first()).containsText("Guaíba");
        assertThat(rows().first()).containsText("0,3 km");
        assertThat(page.locator("#mapa .aqui")).isVisible();
        assertThat(button("Perto de mim")).hasAttribute("aria-pressed", "true");
        assertThat(page.url()).doesNotContain("30.0").doesNotContain("51.2");
        still();
        assertThat(inside(
                        page.locator("#mapa").boundingBox(),
                        mark("Porto Alegre").first().boundingBox()))
                .isTrue();
        nothingAtAll();
        picture("mapa-perto" + suffix(width, scheme), width);
        button("Mostrar mais").click();
        List<Double> distances = rows().locator(".longe").allTextContents().stream()
                .map(text -> Double.parseDouble(
                        text.replace(" km", "").replace(".", "").replace(',', '.')))
                .toList();
        assertThat(distances).hasSize(154).isSorted();

        rows().first().click();
        assertThat(page.locator(".posto-cabeca")).containsText("a 0,3 km em linha reta");
        button("Todos os postos").first().click();
        button("Perto de mim").click();
        assertThat(rows().first()).hasText(first);
        assertThat(page.locator("#mapa .aqui")).hasCount(0);
        assertThat(String.valueOf(page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")))
                .doesNotContain("30.02");
    }

    @Test
    void whoDoesNotSayWhereHeIsReadsWhatItIsFor() {
        open("/");
        String first = rows().first().textContent();

        button("Perto de mim").click();

        assertThat(page.getByText("permita que esta página veja onde você está"))
                .isVisible();
        assertThat(button("Perto de mim")).hasAttribute("aria-pressed", "false");
        assertThat(rows().first()).hasText(first);
    }

    @Test
    void anOperatorIsCalledAsItCallsItselfAndCanBeReached() {
        window(1280, 800, ColorScheme.LIGHT);
        theStreamIsInHand();
        page.navigate(clientUrl + "/?posto=server3:1");
        theyHaveNames();

        Locator head = page.locator(".posto-cabeca");
        assertThat(head).containsText("Luz & Estrada");
        assertThat(head.getByText("+55 (82) 3000-0000")).hasAttribute("href", "tel:+558230000000");
        assertThat(page.locator("[name=operador] option"))
                .hasText(new String[] {"Todos", "Eletroposto (server1)", "Eletroposto (server2)", "Luz & Estrada"});
        page.navigate(clientUrl + "/?posto=server1:1");
        theyHaveNames();
        assertThat(head.getByText("a@posto.example")).hasAttribute("href", "mailto:a@posto.example");
        page.navigate(clientUrl + "/?posto=server2:1");
        theyHaveNames();
        assertThat(head).containsText("<b>+55 (82) 3000-0000");
        // the ways there, and no contact that could be pressed
        assertThat(head.getByRole(AriaRole.LINK)).hasText(new String[] {"Google Maps", "Waze", "OpenStreetMap"});

        isCalled("server2", "Litoral", "https://litoral.example/fale");
        assertThat(head).containsText("Litoral");
        assertThat(head.getByText("https://litoral.example/fale")).hasAttribute("rel", "noopener noreferrer");
    }

    private void theyHaveNames() {
        live();
        isCalled("server1", "Eletroposto", "a@posto.example");
        isCalled("server2", "Eletroposto", "<b>+55 (82) 3000-0000");
        isCalled("server3", "Luz & Estrada", "+55 (82) 3000-0000");
    }

    private void isCalled(String server, String name, String contact) {
        page.evaluate(
                "said => fonte.dispatchEvent(new MessageEvent('servidor', { data: JSON.stringify(said) }))",
                Map.of("server_id", server, "status", "online", "nome", name, "contato", contact));
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "360, 560", "740, 360"})
    void noFieldThatHasTheFocusIsUnderTheMap(int width, int height) {
        open("/?ver=viagem", width, height, ColorScheme.LIGHT);
        page.locator(".viagem-form summary").all().forEach(Locator::click);
        Locator fields =
                page.locator(".viagem-form :is(input, select, button, summary)").locator("visible=true");
        int count = fields.count();
        assertThat(count).isGreaterThan(8);
        // from below, as the map is above
        fields.last().focus();
        for (int i = 0; i < count; i++) {
            assertThat((Boolean) page.evaluate("""
                    () => {
                      const field = document.activeElement;
                      const { left, right, top, bottom } = field.getBoundingClientRect();
                      const at = document.elementFromPoint((left + right) / 2, Math.max(top, 0) + Math.min(bottom - top, innerHeight) / 2);
                      return top >= 0 && bottom <= innerHeight && at !== null && document.querySelector('.lado-mapa').contains(at) === false;
                    }"""))
                    .as(String.valueOf(page.evaluate("document.activeElement.outerHTML")))
                    .isTrue();
            page.keyboard().press("Shift+Tab");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/?ver=viagem, Planejar, Diga de onde e para onde., origem",
        "/?posto=server3:9, Reservar, Escreva a placa como ABC1D23 ou ABC1234., placa"
    })
    void whatIsMissingWhenAnEmptyFormIsSentIsSeenAtItsField(String path, String button, String said, String field) {
        open(path, 360, 740, ColorScheme.LIGHT);
        page.locator(":is(.viagem-form, .reservar) summary").first().click();

        button(button).click();

        Locator missing = page.locator("[name=%s]".formatted(field)).locator("visible=true");
        assertThat(missing).isFocused();
        assertThat(missing).hasAttribute("aria-invalid", "true");
        assertThat(missing).hasAccessibleErrorMessage(said);
        BoundingBox where = page.getByText(said).boundingBox();
        assertThat(where.y).isBetween(0.0, 740.0);
        assertThat((Boolean) page.evaluate(
                        "([x, y]) => document.querySelector('.painel').contains(document.elementFromPoint(x, y))",
                        List.of(where.x + 5, where.y + where.height / 2)))
                .isTrue();
        nothingAtAll();

        missing.fill("x");
        assertThat(missing).not().hasAttribute("aria-invalid", "true");
        assertThat(page.getByText(said)).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768, 1280})
    void theNameOfAConnectorIsNotBroken(int width) {
        open("/?posto=server1:" + portoAlegre, width, 800, ColorScheme.LIGHT);

        assertThat(page.locator(".fatos dd", new Page.LocatorOptions().setHasText("CHAdeMO")))
                .isVisible();
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.fatos dd')].filter((fact) => {
                  const text = document.createRange();
                  text.selectNodeContents(fact);
                  return text.getClientRects().length > 1;
                }).map((fact) => fact.textContent)""")).isEqualTo(List.of());
        nothingIsWiderThan(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void withForcedColoursEveryStateStillHasItsShape(ColorScheme scheme) {
        maintenance(portoAlegre, true);
        try {
            window(360, 740, scheme);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setForcedColors(ForcedColors.ACTIVE)
                    .setColorScheme(scheme));
            page.navigate(clientUrl + "/?cidade=guaíba");
            live();
            Locator row = rows().first();
            assertThat(row.locator(".etiqueta")).hasText("Manutenção");
            still();
            picture("forcadas" + suffix(360, scheme), 360);

            for (String sign : List.of(
                    "#mapa .ponto.manutencao", ".etiqueta.manutencao::before", ".legenda .manutencao::before")) {
                String[] parts = sign.split("::");
                JsonNode style =
                        json((String) page.evaluate("""
                        ([where, pseudo]) => {
                          const { backgroundColor, clipPath } = getComputedStyle(document.querySelector(where), pseudo);
                          const probe = document.body.appendChild(document.createElement('div'));
                          probe.style.backgroundColor = 'Canvas';
                          const canvas = getComputedStyle(probe).backgroundColor;
                          probe.remove();
                          return JSON.stringify({ backgroundColor, clipPath, canvas });
                        }""", List.of(parts[0], parts.length > 1 ? "::" + parts[1] : "")));
                assertThat(style.get("clipPath").asText()).as(sign).startsWith("polygon(");
                assertThat(style.get("backgroundColor").asText())
                        .as(sign)
                        .isNotEqualTo(style.get("canvas").asText())
                        .isNotEqualTo("rgba(0, 0, 0, 0)");
            }
        } finally {
            maintenance(portoAlegre, false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?posto=server3:9", "/?ver=viagem", "/?ver=reservas"})
    void nothingIsWiderThanASmallScreenWithTextTwiceAsLarge(String path) {
        open(path, 320, 640, ColorScheme.LIGHT);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        for (Locator folded : page.locator("summary").locator("visible=true").all()) {
            folded.click();
        }
        if (path.equals("/")) {
            page.getByLabel("Disponibilidade").selectOption("janela");
        }

        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('header *, .painel *')]
                  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > 321 && !part.closest('.so-leitor, .pular'))
                  .map((part) => part.outerHTML.slice(0, 120))""")).isEqualTo(List.of());
        picture("dobro" + path.replaceAll("[^a-z]", "") + ".png", 320);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1280})
    void whatAFingerPressesIsHighEnough(int width) {
        open("/", width, 740, ColorScheme.LIGHT);
        thereAre(154);
        page.getByLabel("Disponibilidade").selectOption("janela");
        everythingIsHighEnough();

        page.navigate(clientUrl + "/?cidade=manaus");
        live();
        still();
        page.locator("#mapa .mapa-icone:has(.grupo)").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        everythingIsHighEnough();

        page.navigate(clientUrl + "/?posto=server1:" + portoAlegre);
        live();
        page.getByLabel("Placa do carro").locator("visible=true").fill("DED0" + width % 1000);
        everythingIsHighEnough();
        button("Reservar").click();
        assertThat(page.locator(".feito")).isVisible();
        everythingIsHighEnough();

        page.navigate(clientUrl + "/?ver=reservas");
        live();
        assertThat(page.locator(".reserva")).isVisible();
        everythingIsHighEnough();
        page.locator("[data-acao^=cancelar-]").click();
        assertThat(page.locator("dialog[open]")).isVisible();
        everythingIsHighEnough();
        page.locator("dialog[open] .perigo").click();
        assertThat(page.locator(".reserva .etiqueta")).hasText("Cancelada");

        page.navigate(clientUrl + "/?ver=viagem");
        live();
        page.locator(".viagem-form").waitFor();
        everythingIsHighEnough();
        page.locator("[name=origem]").fill("João Pessoa");
        page.locator("[name=destino]").fill("Feira de Santana");
        page.getByLabel("Placa do carro").locator("visible=true").fill("DED0123");
        button("Planejar").click();
        assertThat(page.locator(".linha-do-tempo")).isVisible();
        everythingIsHighEnough();
    }

    /** Also what is folded. A box or a dot that is ticked is as high as what is written beside it, which ticks it, too. */
    private void everythingIsHighEnough() {
        page.evaluate("document.querySelectorAll('.painel details').forEach((folded) => (folded.open = true))");
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('button, .botao, .abas > a, .marca, select, input, summary, .leaflet-bar a')]
                  .filter((part) => part.checkVisibility({ visibilityProperty: true }))
                  .map((part) => (['checkbox', 'radio'].includes(part.type) ? part.labels[0] : part))
                  .filter((part) => part.getBoundingClientRect().height < 40)
                  .map((part) => `${part.getBoundingClientRect().height}: ${part.outerHTML.slice(0, 120)}`)""")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "360, 740, LIGHT",
        "360, 740, DARK",
        "768, 1024, LIGHT",
        "768, 1024, DARK",
        "1280, 800, LIGHT",
        "1280, 800, DARK"
    })
    void axeFindsNothingInAnyView(int width, int height, ColorScheme scheme) {
        for (String path : List.of("/", "/?posto=server3:9", "/?ver=viagem", "/?ver=reservas")) {
            if (path.equals("/")) {
                open(path, width, height, scheme);
                thereAre(154);
                page.getByText("Mais filtros").click();
            } else {
                page.navigate(clientUrl + path);
                live();
                page.locator(".painel h1").locator("visible=true").waitFor();
            }
            nothingAtAll();
            nothingIsWiderThan(width);
        }
    }

    private void open(String path) {
        open(path, 1280, 800, ColorScheme.LIGHT);
    }

    private void open(String path, int width, int height, ColorScheme scheme) {
        window(width, height, scheme);
        page.navigate(clientUrl + path);
        live();
    }

    private void live() {
        assertThat(page.locator("#ligacao")).hasAttribute("data-situacao", "viva");
    }

    /** The points are known, and the map has come where it was going. */
    private void still() {
        page.locator("#mapa [data-marca]").first().waitFor();
        assertThat(page.locator(".leaflet-zoom-anim, .leaflet-pan-anim")).hasCount(0);
    }

    private Locator rows() {
        return page.locator("#lista-postos .posto");
    }

    /** That of a point or group of a city. */
    private Locator mark(String city) {
        return page.locator("#mapa [data-marca][aria-label*='%s']".formatted(city));
    }

    private void atTheMiddle(Locator mark) {
        BoundingBox map = page.locator("#mapa").boundingBox();
        page.waitForCondition(() -> mark.count() == 1);
        BoundingBox box = mark.boundingBox();
        assertThat(box.x + box.width / 2).isCloseTo(map.x + map.width / 2, within(60.0));
        assertThat(box.y + box.height / 2).isCloseTo(map.y + map.height / 2, within(60.0));
    }

    private static boolean inside(BoundingBox outer, BoundingBox inner) {
        return inner.x >= outer.x
                && inner.y >= outer.y
                && inner.x + inner.width <= outer.x + outer.width
                && inner.y + inner.height <= outer.y + outer.height;
    }

    private void answer(String url, String json) {
        page.route(
                url,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
