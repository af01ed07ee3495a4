package br.com.recarga.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fails when a route took no exchange in any test, by the counts that {@link WriteRouteCoverage} has written. The build runs
 * it after a module's tests; elsewhere it is disabled.
 */
@EnabledIfSystemProperty(named = RouteCoverageGate.DIRECTORY, matches = ".+")
public class RouteCoverageGate {

    static final String DIRECTORY = "route.coverage.dir";

    @Test
    void everyRouteIsExercised() throws Exception {
        Path directory = Path.of(System.getProperty(DIRECTORY));
        assertThat(directory)
                .as("where a test of this module that starts Camel, with camel-management on the class path, writes")
                .isDirectory();
        Map<String, Long> exchanges = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] countAndId = line.split(" ", 2);
                    exchanges.merge(countAndId[1], Long.parseLong(countAndId[0]), Long::sum);
                }
            }
        }
        exchanges.forEach((id, count) -> System.out.printf("%8d  %s%n", count, id));
        assertThat(exchanges.entrySet().stream()
                        .filter(route -> route.getValue() == 0)
                        .map(Map.Entry::getKey))
                .as(
                        "of %d routes, those that took no exchange in any test: add one that sends one through each",
                        exchanges.size())
                .isEmpty();
    }
}
