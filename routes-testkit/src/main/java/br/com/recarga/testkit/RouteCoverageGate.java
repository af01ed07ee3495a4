package br.com.recarga.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Fails when a route took no exchange in any test, by the dumps that Camel writes with {@code -DCamelTestRouteCoverage}.
 * The build runs it after a module's tests; elsewhere it is disabled.
 */
@EnabledIfSystemProperty(named = RouteCoverageGate.DIRECTORY, matches = ".+")
public class RouteCoverageGate {

    static final String DIRECTORY = "route.coverage.dir";

    @Test
    void everyRouteIsExercised() throws Exception {
        File directory = new File(System.getProperty(DIRECTORY));
        File[] dumps = directory.listFiles((folder, name) -> name.endsWith(".xml"));
        if (dumps == null || dumps.length == 0) {
            fail("No route coverage in " + directory + ": no test of this module started Camel with"
                    + " CamelTestRouteCoverage=true and camel-management on the class path.");
        }
        Map<String, Long> exchanges = new TreeMap<>();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (File dump : dumps) {
            NodeList routes = parser.parse(dump).getElementsByTagName("route");
            for (int i = 0; i < routes.getLength(); i++) {
                Element route = (Element) routes.item(i);
                exchanges.merge(
                        route.getAttribute("id"), Long.parseLong(route.getAttribute("exchangesTotal")), Long::sum);
            }
        }
        exchanges.forEach((id, count) -> System.out.printf("%8d  %s%n", count, id));
        List<String> untouched = exchanges.entrySet().stream()
                .filter(route -> route.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!untouched.isEmpty()) {
            fail(untouched.size() + " of " + exchanges.size() + " routes took no exchange in any test: " + untouched
                    + ". Add a test that sends one through each.");
        }
    }
}
