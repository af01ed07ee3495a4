package br.com.recarga.e2e.documentos;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

/** Hawtio and the logs show all parts side by side: what has a name there is found by it, and nothing else is. */
class NomesTest {

    private static final Path HOUSE = Path.of("..");
    private static final String PER_PACKAGE = "package-info.java";

    @Test
    void noClassNameIsThereTwice() throws IOException {
        Map<String, List<Path>> byName;
        try (Stream<Path> modules = Files.list(HOUSE)) {
            byName = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(NomesTest::classes)
                    .collect(groupingBy(file -> file.getFileName().toString()));
        }

        assertThat(byName).isNotEmpty();
        assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void noRouteIdIsThereTwice() {
        assertThat(ids(Sistema.camelDoServidor()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ids(Sistema.camelDoCliente()));
    }

    private static List<String> ids(ModelCamelContext camel) {
        return new Ligacoes(camel)
                .routes().values().stream().map(RouteDefinition::getRouteId).toList();
    }

    private static Stream<Path> classes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith(PER_PACKAGE))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
