package br.com.recarga.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * With {@code -Drecarga.banco=postgresql} each application under test has a database of its own on a real PostgreSQL, which lives as
 * long as the tests' JVM, instead of the SQLite file that the test names.
 */
public final class OnPostgresql implements ContextCustomizerFactory {

    static final String BANCO = "recarga.banco";
    static final String POSTGRESQL = "postgresql";

    /** The lock that whoever writes takes there, as an argument of {@code pg_advisory_lock} and its like. */
    public static final String TRAVA = "x'72656361726761'::bigint";

    /** Of the tests only: 32 zero bytes. */
    private static final String CHAVE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

    private static EmbeddedPostgres postgres;

    /** Whether the tests of this JVM are to run on PostgreSQL. */
    public static boolean chosen() {
        return POSTGRESQL.equals(System.getProperty(BANCO));
    }

    /**
     * What an application needs to know to have a database of its own, by the names of the environment: a new one for each name, and
     * for a name that comes again the one that it had.
     */
    public static Map<String, String> database(String name) {
        return Map.of(
                "DATABASE_URL",
                "postgresql://postgres@localhost:%d/%s"
                        .formatted(running().getPort(), DATABASES.computeIfAbsent(name, own -> create())),
                "RECARGA_BANCO_CHAVE",
                CHAVE);
    }

    private static synchronized EmbeddedPostgres running() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "500")
                        // what a crash of the machine would lose is no matter here
                        .setServerConfig("fsync", "off")
                        .start();
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String create() {
        String database = "t_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return chosen() ? new OwnDatabase() : null;
    }

    /** All equal, so that tests share their contexts. */
    private record OwnDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            POSTGRESQL, Map.copyOf(database(UUID.randomUUID().toString()))));
        }
    }
}
