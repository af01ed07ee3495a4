package br.com.recarga.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
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

    private static void write(CamelContext camel, String name) throws IOException {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        List<String> counts = camel.getRoutes().stream()
                .map(route -> managed.getManagedRoute(route.getRouteId()))
                .map(WriteRouteCoverage::line)
                .toList();
        Path file = Path.of("target", "route-coverage", name + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, counts);
    }

    private static String line(ManagedRouteMBean route) {
        try {
            return route.getExchangesTotal() + " " + route.getRouteId();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
