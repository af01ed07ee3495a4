package br.com.recarga.platform.database;

import br.com.recarga.platform.perfil.PartidaRecusada;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.component.sql.DefaultRowMapperFactory;
import org.apache.camel.component.sql.RowMapperFactory;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Two pools on one database: it has one writer at a time, SQLite by itself and PostgreSQL by the {@link
 * OneWriterTransactionManager}, so whoever writes in this process takes its turn on the {@link WriteLane}, with a single
 * connection, and readers, which see the last commit, pass them by. Waits for the database are short: whoever waits there holds up
 * all, and who got no answer asks again.
 */
@AutoConfiguration
@AutoConfigureBefore({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ConditionalOnProperty("recarga.database-url")
@EnableConfigurationProperties(DatabaseSettings.class)
@Import({PropagatingTransactedPolicy.class, WriteLane.class})
public class DatabaseAutoConfiguration {

    /** Name of the pool for routes that only read. */
    public static final String LEITURA = "leitura";

    private static final long WAIT_MS = 1_000;
    private static final int READERS = 4;
    private static final int WRITERS = 1;
    private static final long FOR_EVER = 0;

    private static final boolean WRITES = true;
    private static final boolean READS = false;

    /**
     * As SQLite wants to be told: in KiB, and negative. Of 200,000 reservations those pages that a next one changes; with the
     * default of 2,000, four times as much was read again, and with 32,000 as much as with this.
     */
    private static final String WRITERS_CACHE = "-8000";

    private static final String READERS_CACHE = "-2000";

    /** In bytes; more than lies between two checkpoints. */
    private static final String WAL_LIMIT = "8388608";

    private static final Map<String, String> SQLITE = Map.of(
            "journal_mode", "WAL",
            // with what is needed to go back to a savepoint: elsewhere it would be a file, made and deleted for each
            // that passes 64 KB, as that of one reservation does
            "temp_store", "MEMORY",
            // a long reader lets the log grow without end, and by itself it would stay as large: with this, the
            // first commit after a checkpoint that came through cuts it
            "journal_size_limit", WAL_LIMIT,
            "busy_timeout", "500",
            "foreign_keys", "true",
            // a transaction takes the write lock when it begins, so what it reads is still true when it writes
            "transaction_mode", "IMMEDIATE",
            // keys are ours: without this the driver looks for generated ones after every INSERT
            "jdbc.get_generated_keys", "false");

    @Bean
    DatabaseUrl databaseUrl(DatabaseSettings settings) throws IOException {
        DatabaseUrl url;
        try {
            url = DatabaseUrl.parse(settings.databaseUrl());
        } catch (IllegalArgumentException neither) {
            throw new PartidaRecusada(neither.getMessage());
        }
        if (settings.replicas() && url.isSqlite()) {
            throw new PartidaRecusada("RECARGA_REPLICAS=true pede um banco que vários processos usam ao mesmo tempo:"
                    + " DATABASE_URL=postgresql://usuario:senha@banco:5432/nome");
        }
        url.createFolders();
        url.keepFromOthers();
        return url;
    }

    @Bean
    @Primary
    HikariDataSource escrita(DatabaseUrl url, DatabaseSettings settings) {
        return pool("escrita", url, settings, WRITES);
    }

    @Bean(LEITURA)
    HikariDataSource leitura(DatabaseUrl url, DatabaseSettings settings) {
        return pool(LEITURA, url, settings, READS);
    }

    @Bean
    Seal seal(DatabaseUrl url, DatabaseSettings settings) throws IOException {
        return url.isSqlite() ? Seal.of(url) : Seal.with(settings.bancoChave());
    }

    @Bean
    PlatformTransactionManager transactionManager(DatabaseUrl url, DataSource escrita) {
        return url.isPostgresql() ? new OneWriterTransactionManager(escrita) : new JdbcTransactionManager(escrita);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    /**
     * Flyway holds two connections at once, more than the writers' pool has. Whoever wants the database for himself takes it
     * before it is changed.
     */
    @Bean
    FlywayConfigurationCustomizer flywayConnections(DatabaseUrl url, ObjectProvider<DatabaseLock> lock) {
        lock.getIfAvailable();
        return flyway -> {
            flyway.dataSource(url.jdbc(), url.user(), url.password());
            if (url.isSqlite()) {
                flyway.callbacks(new NoStatistics());
            }
        };
    }

    @Bean
    EndpointStrategy parsedStatements() {
        return new ParsedStatements();
    }

    /** Lets {@code outputClass} be a record. */
    @Bean
    RowMapperFactory rowMapperFactory() {
        return new DefaultRowMapperFactory() {

            // a mapper looks at its class by reflection when it is made, and may be shared
            private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

            @Override
            public RowMapper<?> newBeanRowMapper(Class<?> type) {
                return mappers.computeIfAbsent(type, SnakeCaseRowMapper::new);
            }
        };
    }

    /** Spring looks for {@code potenciamaxima} first, which costs an exception for each such column of each row. */
    private static final class SnakeCaseRowMapper<T> extends DataClassRowMapper<T> {

        SnakeCaseRowMapper(Class<T> type) {
            super(type);
        }

        @Override
        protected String lowerCaseName(String name) {
            return underscoreName(name);
        }
    }

    private static HikariDataSource pool(String name, DatabaseUrl url, DatabaseSettings settings, boolean writes) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(writes ? WRITERS : READERS);
        config.setConnectionTimeout(WAIT_MS);
        if (url.isSqlite()) {
            config.setExceptionOverride(new EvictAfterFailure());
            config.setDataSource(
                    new PreparedStatementsDataSource(sqlite(url, settings, writes ? WRITERS_CACHE : READERS_CACHE)));
        } else {
            config.setJdbcUrl(url.jdbc());
            config.setUsername(url.user());
            config.setPassword(url.password());
        }
        if (url.isPostgresql()) {
            config.setDataSourceProperties(PostgresqlSessions.properties(name, writes));
            if (settings.bancoExclusivo() && writes) {
                // as long as the connection lasts: without it nothing is written, and with it nobody writes who does
                // not know of others
                config.setConnectionInitSql(
                        settings.replicas()
                                ? OneWriterTransactionManager.LOCK_OF_REPLICAS
                                : OneWriterTransactionManager.LOCK_OF_SESSION);
                config.setMaxLifetime(FOR_EVER);
            }
        }
        return new HikariDataSource(config);
    }

    private static DataSource sqlite(DatabaseUrl url, DatabaseSettings settings, String cache) {
        Properties properties = new Properties();
        properties.putAll(SQLITE);
        properties.setProperty("synchronous", settings.databaseSynchronous());
        properties.setProperty("cache_size", cache);
        SQLiteDataSource dataSource = new SQLiteDataSource(new SQLiteConfig(properties));
        dataSource.setUrl(url.jdbc());
        return dataSource;
    }

    /**
     * A connection that SQLite failed on is not used again. If BEGIN finds the database locked, the driver has already noted
     * that a transaction is open: what follows on that connection would run outside of any, and fail when it commits.
     */
    private static final class EvictAfterFailure implements SQLExceptionOverride {

        /** Of a result code of SQLite, which says in its other bits how exactly. */
        private static final int PRIMARY = 0xff;

        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            // a plain SQLException is the driver's own, such as a column that is not there
            return failure instanceof SQLiteException sqlite && !isOfOneStatement(sqlite)
                    ? Override.MUST_EVICT
                    : Override.CONTINUE_EVICT;
        }

        /**
         * What offends against a rule of the database undoes itself only, and leaves the others of its transaction alone. A key
         * that leads nowhere is found by the commit, which leaves the transaction open.
         */
        private static boolean isOfOneStatement(SQLiteException failure) {
            return primary(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                    && failure.getResultCode() != SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY;
        }

        private static int primary(SQLiteException failure) {
            return failure.getResultCode().code & PRIMARY;
        }
    }
}
