package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.e2e.Navegador.Janela;
import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.testkit.FreePorts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.HttpCredentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The pages that others made, as integrators and engineers use them in a browser: Swagger UI and Hawtio. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
class PaginasTecnicasTest {

    private static final String SENHA = "segredo-de-teste";

    /** How often the points are listed before somebody looks. */
    private static final int LISTED = 7;

    private BrokerEmbutido broker;
    private SistemaLocal sistema;
    /** Of its own: a process shows the contexts of all tests that run in it. */
    private Processo observed;

    private Navegador navegador;
    private int clientPort;
    private Api client;
    private int managementPort;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = new BrokerEmbutido();
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        clientPort = ports.get(1);
        managementPort = ports.get(3);
        sistema = SistemaLocal.start(new LocalSettings(
                broker.port(Broker.ADMIN), ports.subList(0, 1), ports.subList(1, 2), -1, folder, Path.of("../data")));
        observed = new Processo(
                ClientApplication.class,
                Path.of("target", "PaginasTecnicasTest-observado.log"),
                Ajustes.cliente(
                        broker::conexao,
                        "observado",
                        ports.get(2),
                        folder,
                        "--management.server.port=" + managementPort,
                        "--recarga.gestao.senha=" + SENHA));
        observed.start();
        client = new Api(ports.get(2));
        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> sistema.isReady()
                        && client.get("/servidores").body().toString().contains("server1"));
        navegador = new Navegador();
    }

    @AfterAll
    void stop() throws Exception {
        navegador.close();
        observed.close();
        sistema.close();
        broker.close();
    }

    @Test
    void theExampleOfAReservationWorksAsItStandsThere() {
        try (Janela janela = navegador.abrir(1280, 900, ColorScheme.LIGHT)) {
            Page page = janela.page();
            page.navigate("http://localhost:" + clientPort + "/docs");
            Locator reservar = page.locator("#operations-reservas-post-reservar");
            reservar.locator(".opblock-summary-control").click();
            reservar.locator(".try-out__btn").click();
            reservar.locator("button.execute").click();

            assertThat(reservar.locator(".live-responses-table tbody .response-col_status"))
                    .containsText("200");
            assertThat(reservar.locator(".live-responses-table")).containsText("codigo_reserva");
            assertThat(janela.faults()).isEmpty();
        }
    }

    @Test
    void hawtioShowsTheRoutesByNameAndWhatWentThroughThem() {
        for (int n = 0; n < LISTED; n++) {
            assertThat(client.get("/postos?server_id=server1").status()).isEqualTo(200);
        }
        try (Janela janela = navegador.abrir(1600, 900, ColorScheme.LIGHT, new HttpCredentials("recarga", SENHA))) {
            Locator listar =
                    Hawtio.rota(janela.page(), "http://localhost:" + managementPort, "observado", "pedir-postos");

            assertThat(listar).containsText("Started");
            assertThat(listar.locator("[data-label=Completed]")).hasText(String.valueOf(LISTED));
        }
    }
}
