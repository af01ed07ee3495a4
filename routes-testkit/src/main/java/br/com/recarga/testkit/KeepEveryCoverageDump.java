package br.com.recarga.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camel names its dumps of route coverage by class and method only, so that each invocation of a parameterized test would
 * overwrite the one before. This moves each dump out of the way as soon as it is written.
 */
public final class KeepEveryCoverageDump implements TestExecutionListener, Ordered {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** First before a test, and so last after it: when Camel has dumped. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterTestMethod(TestContext context) throws IOException {
        Path folder = Path.of("target", "camel-route-coverage");
        String name =
                context.getTestClass().getName() + "-" + context.getTestMethod().getName();
        Path dump = folder.resolve(name + ".xml");
        if (Files.exists(dump)) {
            Path kept = folder.resolve(name + "-" + NUMBER.incrementAndGet() + ".xml");
            Files.move(dump, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
