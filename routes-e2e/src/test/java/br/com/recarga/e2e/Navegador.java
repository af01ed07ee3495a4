package br.com.recarga.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.HttpCredentials;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window. */
final class Navegador implements AutoCloseable {

    /** Nothing of it asks the network for anything by itself. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=pt-BR");

    /** Ample for a machine that runs other tests beside this one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final Browser browser;

    Navegador() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setArgs(FLAGS));
    }

    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether there is a browser; {@code RECARGA_EXIGE_NAVEGADOR=true} makes its absence a failure. */
    static boolean possivelOuExigido() {
        return Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_NAVEGADOR"))
                || program().isPresent();
    }

    /** A window with a memory of its own. */
    Janela abrir(int width, int height, ColorScheme scheme) {
        return abrir(width, height, scheme, null);
    }

    /** The same of somebody who has given a user and a password; null: of nobody. */
    Janela abrir(int width, int height, ColorScheme scheme, HttpCredentials credentials) {
        return abrir(width, height, scheme, credentials, "America/Sao_Paulo");
    }

    /** The same on a machine whose clock is that of a zone. */
    Janela abrir(int width, int height, ColorScheme scheme, HttpCredentials credentials, String zone) {
        return new Janela(browser.newContext(opcoes(width, height, scheme)
                .setTimezoneId(zone)
                .setHttpCredentials(credentials)
                // what it answers, a test could not answer in its place
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)));
    }

    /** A window whose pages may be kept by their service workers, as those of a driver's telephone are. */
    Janela abrirTelefone() {
        return new Janela(browser.newContext(opcoes(360, 740, ColorScheme.LIGHT).setTimezoneId("America/Sao_Paulo")));
    }

    private static Browser.NewContextOptions opcoes(int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("pt-BR")
                // a test's proxy has signed its certificate itself
                .setIgnoreHTTPSErrors(true);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A page and what went wrong in it that nobody sees: errors of its scripts, requests to others, broken policies. */
    static final class Janela implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> faults = new CopyOnWriteArrayList<>();

        private Janela(BrowserContext context) {
            this.context = context;
            context.setDefaultTimeout(2 * PATIENCE.toMillis());
            page = context.newPage();
            page.onPageError(faults::add);
            page.onConsoleMessage(message -> {
                // a status that the page shows in words is no fault
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    faults.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().matches("https?://localhost:.*")
                        && !request.url().startsWith("data:")) {
                    faults.add("asked " + request.url());
                }
            });
        }

        Page page() {
            return page;
        }

        List<String> faults() {
            return List.copyOf(faults);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
