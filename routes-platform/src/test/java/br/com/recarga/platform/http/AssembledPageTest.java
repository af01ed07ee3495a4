package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssembledPageTest {

    private static final String HTML = """
            <head>
              <script src="/comum/tema.js"></script>
              <link rel="icon" href="/comum/marca.svg">
              <link rel="stylesheet" href="/leaflet/leaflet.css">
              <link rel="stylesheet" href="/pagina/pagina.css">
              <script type="module" src="/pagina/app.js"></script>
            </head>
            <body><a href="/">x</a><a href="/docs">y</a><img src="/comum/marca.svg"></body>
            """;

    private final Map<String, String> sources = new HashMap<>(Map.of(
            "/pagina/index.html", HTML,
            "/comum/tema.js", "tema();",
            "/comum/marca.svg", "<svg/>",
            "/leaflet/leaflet.css", "a { background: url(images/a.png) } b { background: url('data:x') }",
            "/pagina/pagina.css", "/* of the page */\nc { background: url(\"/comum/marca.svg\") }",
            "/pagina/app.js", "import { a } from './a.js';\na();\n",
            "/pagina/a.js", "export function a() {}\n",
            "/pagina/sw.js", "guardar(ARQUIVOS);\n"));

    @Test
    void aPageAsksForEachKindOnceAndByItsContent() {
        AssembledPage page = page();

        assertThat(text(page.html()))
                .containsPattern("<script src=\"/montada/tema-[0-9a-f]{16}\\.js\"></script>")
                .containsPattern("<script src=\"/montada/app-[0-9a-f]{16}\\.js\" defer></script>")
                .containsPattern("<img src=\"/montada/marca-[0-9a-f]{16}\\.svg\">")
                .containsOnlyOnce("rel=\"stylesheet\"")
                .contains("<a href=\"/\">", "<a href=\"/docs\">")
                .doesNotContain("/pagina/", "/comum/", "/leaflet/", "module");
        assertThat(page.files().keySet())
                .extracting(name -> name.replaceAll("-[0-9a-f]{16}", ""))
                .containsExactlyInAnyOrder("tema.js", "marca.svg", "pagina.css", "app.js");
        assertThat(page.files())
                .allSatisfy((name, content) -> assertThat(text(page.html()) + text(page.worker("/pagina/sw.js", "")))
                        .contains("/montada/" + name));
    }

    @Test
    void whatAStyleSheetNamesIsFoundWhereverTheSheetLies() {
        assertThat(page().files().entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".css"))
                        .map(file -> text(file.getValue())))
                .singleElement()
                .asString()
                .isEqualTo("a { background: url(\"/leaflet/images/a.png\") } b { background: url('data:x') }\n"
                        + "c { background: url(\"/comum/marca.svg\") }");
    }

    @Test
    void whoeverKeepsAPageHearsOfEachChangeOfAnyOfItsFiles() {
        String before = text(page().worker("/pagina/sw.js", ""));
        assertThat(text(page().worker("/pagina/sw.js", ""))).isEqualTo(before);

        sources.put("/pagina/a.js", "export function a() { b(); }\n");
        String after = text(page().worker("/pagina/sw.js", ""));

        assertThat(before)
                .startsWith("const VERSAO = 'recarga-")
                .contains("['/', '/montada/")
                .endsWith("guardar(ARQUIVOS);\n");
        assertThat(after.lines().findFirst()).isNotEqualTo(before.lines().findFirst());
        assertThat(after.lines().skip(1).findFirst())
                .isNotEqualTo(before.lines().skip(1).findFirst());
    }

    @Test
    void whoeverKeepsAPageHearsOfAnotherPolicy() {
        assertThat(text(page().worker("/pagina/sw.js", "img-src 'self' https://ruas.example")))
                .isNotEqualTo(text(page().worker("/pagina/sw.js", "img-src 'self'")));
    }

    private AssembledPage page() {
        return new AssembledPage(
                List.of("/pagina/", "/comum/", "/leaflet/"),
                "/pagina/index.html",
                path -> sources.get(path).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
