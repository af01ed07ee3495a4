package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.e2e.documentos.LeiaMe.Comandos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command stands in a README or a tour that nobody runs, and both READMEs say the same. */
class LeiaMeTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.pt-BR.md", "docs/passeio.md", "docs/terminal.md", "docs/viagens.md"})
    void everyCommandIsRunByATestOrAScript(String name) throws IOException {
        for (Comandos block : LeiaMe.ler(name).comandos()) {
            if (block.roteiro() == null) {
                assertThat(block.marca()).as("before %s", block.linhas()).isEqualTo("tour");
            } else {
                assertIsRun(block);
            }
        }
    }

    /** Of operation, where commands for real systems stand too. */
    @Test
    void whatIsMarkedAsRunIsRun() throws IOException {
        List<Comandos> marked = LeiaMe.ler("docs/operacao.md").comandos().stream()
                .filter(block -> block.roteiro() != null)
                .toList();

        assertThat(marked).isNotEmpty();
        for (Comandos block : marked) {
            assertIsRun(block);
        }
    }

    private static void assertIsRun(Comandos block) throws IOException {
        Path script = Path.of("..", block.roteiro());
        String called = block.roteiro().equals(".ci/readme") ? "block " + block.marca() : block.marca();
        assertThat(script).isExecutable();
        assertThat(Files.readString(script)).contains(called);
    }

    @Test
    void bothSayTheSame() {
        LeiaMe english = LeiaMe.ler("README.md");
        LeiaMe portuguese = LeiaMe.ler("README.pt-BR.md");

        assertThat(portuguese.headings()).isEqualTo(english.headings());
        assertThat(portuguese.comandos()).isEqualTo(english.comandos());
        assertThat(portuguese.links())
                .filteredOn(link -> !link.startsWith("README"))
                .hasSameElementsAs(english.links().stream()
                        .filter(link -> !link.startsWith("README"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "README.pt-BR.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "docs/confiabilidade.md",
                "docs/brokers.md",
                "docs/escala.md",
                "deploy/README.md",
                "docs/contrato.md",
                "docs/operacao.md",
                "docs/passeio.md",
                "docs/seguranca.md",
                "docs/terminal.md",
                "docs/viagens.md",
                "docs/vigiar.md"
            })
    void everyLinkLeadsSomewhere(String name) {
        LeiaMe document = LeiaMe.ler(name);

        assertThat(document.links())
                .filteredOn(link -> !link.startsWith("#"))
                .allSatisfy(link -> assertThat(document.file().resolveSibling(link.replaceFirst("#.*", "")))
                        .exists());
    }
}
