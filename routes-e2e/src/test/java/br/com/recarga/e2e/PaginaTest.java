package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.e2e.Navegador.Janela;
import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.testkit.FreePorts;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Three servers and a client, and a browser that looks at them; pictures are left in {@code target/telas}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PaginaTest {

    static final String SENHA = "senha de teste, com ç";

    private static final Path TELAS = Path.of("target/telas");

    Broker broker;
    SistemaLocal sistema;
    Api client;
    List<Api> servers;
    Api server1;
    /** Where the drivers' page is. */
    String clientUrl;
    /** Where the page of server1's operator is. */
    String server1Url;

    Page page;

    private Navegador navegador;
    private Janela janela;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Modo.broker();
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        sistema = SistemaLocal.start(
                new LocalSettings(
                        broker.port(Broker.ADMIN),
                        ports.subList(0, 3),
                        ports.subList(3, 4),
                        -1,
                        folder,
                        Path.of("../data")),
                broker::conexao,
                "--recarga.prazo=10s",
                "--recarga.intervalo-repeticao=500ms",
                "--recarga.operador.senha=" + SENHA,
                "--recarga.operador.pessoas=rui:ver:{bcrypt}" + new BCryptPasswordEncoder(4).encode(SENHA));
        await().atMost(Duration.ofSeconds(60)).until(sistema::isReady);
        servers = ports.subList(0, 3).stream().map(Api::new).toList();
        server1 = servers.get(0);
        server1Url = "http://localhost:" + ports.get(0);
        client = new Api(ports.get(3));
        clientUrl = "http://localhost:" + ports.get(3);
        navegador = new Navegador();
    }

    @AfterAll
    void stop() throws Exception {
        navegador.close();
        sistema.close();
        broker.close();
    }

    @AfterEach
    void nothingWentWrongThatNobodySaw() {
        List<String> faults = janela.faults();
        janela.close();
        assertThat(faults).isEmpty();
    }

    /** A new window, in which nothing is open yet. */
    void window(int width, int height, ColorScheme scheme) {
        janela = navegador.abrir(width, height, scheme);
        page = janela.page();
    }

    /** The same on a telephone, whose pages may be kept by their service workers. */
    void telephone() {
        janela = navegador.abrirTelefone();
        page = janela.page();
    }

    /** The same on a machine whose clock is that of a zone. */
    void windowIn(String zone) {
        janela = navegador.abrir(1280, 800, ColorScheme.LIGHT, null, zone);
        page = janela.page();
    }

    static String suffix(int width, ColorScheme scheme) {
        return "-%d-%s.png".formatted(width, scheme == ColorScheme.DARK ? "escuro" : "claro");
    }

    /** Leaves a picture of the view, which is no wider than its window. */
    void picture(String name, int width) {
        nothingIsWiderThan(width);
        page.screenshot(new Page.ScreenshotOptions().setPath(TELAS.resolve(name)));
    }

    void nothingIsWiderThan(int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    /** axe has nothing to say of the view, neither of the standards nor of what is good practice or may become a rule. */
    void nothingAtAll() {
        List<String> findings = new AxeBuilder(page)
                        .withTags(List.of(
                                "wcag2a",
                                "wcag2aa",
                                "wcag21a",
                                "wcag21aa",
                                "wcag22aa",
                                "best-practice",
                                "experimental"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(PaginaTest::describe)
                        .toList();
        assertThat(findings).isEmpty();
    }

    /** @param excluded selectors of what axe need not look at */
    void nothingSerious(String... excluded) {
        AxeBuilder axe = new AxeBuilder(page);
        List.of(excluded).forEach(axe::exclude);
        AxeResults results = axe.analyze();
        List<String> serious = results.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(PaginaTest::describe)
                .toList();
        assertThat(serious).isEmpty();
        assertThat(unseen(results)).isEmpty();
    }

    /** Text in the colour of what is behind it: axe does not know whether that was meant, and only doubts. */
    private static List<String> unseen(AxeResults results) {
        return results.getIncomplete().stream()
                .filter(rule -> rule.getId().equals("color-contrast"))
                .flatMap(rule -> rule.getNodes().stream())
                .filter(node -> node.getAny().stream()
                        .anyMatch(check -> String.valueOf(check.getData()).contains("equalRatio")))
                .map(CheckedNode::getHtml)
                .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** How often the page asks for an address that ends so, from now on. */
    AtomicInteger countRequests(String ending) {
        AtomicInteger count = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith(ending)) {
                count.incrementAndGet();
            }
        });
        return count;
    }

    /** So many points in the drivers' list, of which it shows the first. */
    void thereAre(int points) {
        assertThat(page.locator(".contagem")).containsText(points + " postos");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void maintenance(int postoId, boolean on) {
        asOperator("/pontos/%d/manutencao".formatted(postoId), "{\"em_manutencao\":%s}".formatted(on));
    }

    /** The switch that telemetry has. */
    void available(int postoId, boolean on) {
        asOperator("/pontos/%d/disponibilidade".formatted(postoId), "{\"disponivel\":%s}".formatted(on));
    }

    void asOperator(String path, String body) {
        assertThat(server1.put(path, body, "Authorization", credential()).status())
                .isEqualTo(200);
    }

    static String credential() {
        return "Basic " + Base64.getEncoder().encodeToString(("operador:" + SENHA).getBytes(StandardCharsets.UTF_8));
    }
}
