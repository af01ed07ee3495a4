package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No jar brings a version that {@code docs/seguranca.md} knows as vulnerable, unless it says there why. */
class VersoesVulneraveisTest {

    private static final String RECUSADAS = "Versões recusadas";
    private static final String ACEITAS = "Versões com aviso, sem correção ao alcance";

    private String document;
    private List<Componente> shipped;

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("..", "docs", "seguranca.md"));
        shipped = Componente.distribuidos();
    }

    @Test
    void everyProgramSaysWhatItIsMadeOf() {
        assertThat(shipped)
                .extracting(Componente::programa)
                .contains("routes-server", "routes-client", "routes-terminal", "routes-local");
    }

    @Test
    void noVersionIsShippedThatIsRefused() {
        assertThat(VersoesVulneraveis.da(document, RECUSADAS))
                .isNotEmpty()
                .allSatisfy(versions -> assertThat(shipped)
                        .as("%s: a newer one is needed", versions)
                        .noneMatch(versions::inclui));
    }

    @Test
    void whatIsAcceptedAllTheSameIsStillShipped() {
        assertThat(VersoesVulneraveis.da(document, ACEITAS))
                .allSatisfy(versions -> assertThat(shipped)
                        .as("%s: nobody ships it any more, take the row away", versions)
                        .anyMatch(versions::inclui));
    }

    @Test
    void aRowThatRefusesWhatIsShippedIsNoticed() {
        String row = "# %s\n| `org.apache.tomcat.embed:*` | antes de 999 | CVE-0 | plantada |\n".formatted(RECUSADAS);
        assertThat(VersoesVulneraveis.da(row, RECUSADAS))
                .singleElement()
                .satisfies(versions -> assertThat(shipped).anyMatch(versions::inclui));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        String row = "# %s\n| `g:a` | de 10.1.9 antes de 10.1.62 | CVE-0 | plantada |\n".formatted(RECUSADAS);
        VersoesVulneraveis versions = VersoesVulneraveis.da(row, RECUSADAS).get(0);
        assertThat(List.of("10.1.9", "10.1.10", "10.1.61"))
                .allMatch(versao -> versions.inclui(new Componente("p", "g:a", versao)));
        assertThat(List.of("10.1.8", "10.1.62", "10.1.100"))
                .noneMatch(versao -> versions.inclui(new Componente("p", "g:a", versao)));
        assertThat(versions.inclui(new Componente("p", "g:ab", "10.1.61"))).isFalse();
    }

    @Test
    void aRowThatCannotBeReadIsAFault() {
        String row = "# %s\n| `g:a` | até 3 | CVE-0 | plantada |\n".formatted(RECUSADAS);
        assertThatThrownBy(() -> VersoesVulneraveis.da(row, RECUSADAS)).hasMessageContaining("até 3");
    }
}
