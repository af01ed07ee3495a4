package br.com.recarga.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Writes how many exchanges each route has taken, after each test class, for {@link RouteCoverageGate}. The counts are those
 * of the whole context, so its last file says all; Camel's own dump, after each test method, took longer than the tests.
 */
public final class WriteRouteCoverage implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext test) throws Exception {
        if (!test.hasApplicationContext()) {
            return;
        }
        ApplicationContext application = test.getApplicationContext();
        for (CamelContext camel : application.getBeanProvider(CamelContext.class)) {
            write(camel, ProcessHandle.current().pid() + "-" + Integer.toHexString(System.identityHashCode(camel)));
        }
    }

    private static void write(CamelContext camel, String name) throws Exception {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        List<String> counts = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            counts.add(managed.getManagedRoute(id).getExchangesTotal() + " " + id);
        }
        Path file = Path.of("target", "route-coverage", name + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, counts);
    }
}
