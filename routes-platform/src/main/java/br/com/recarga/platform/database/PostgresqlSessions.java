package br.com.recarga.platform.database;

import java.util.Properties;

/** How long a session on PostgreSQL waits and lasts, and what it takes for committed; as much as a URL says itself counts more. */
final class PostgresqlSessions {

    private static final String SETTINGS = String.join(
            " ",
            // milliseconds: for the writer of another process, a statement that hangs, a process that sleeps in its
            // transaction
            "-c lock_timeout=1000",
            "-c statement_timeout=5000",
            "-c idle_in_transaction_session_timeout=5000",
            // what is read under the lock is what was committed last, and what is committed is on the disk
            "-c default_transaction_isolation=read\\ committed",
            "-c synchronous_commit=on",
            // seconds: a session whose process is gone without a word ends, and with it its lock
            "-c tcp_keepalives_idle=10",
            "-c tcp_keepalives_interval=5",
            "-c tcp_keepalives_count=3");

    /** Of one that works for as long as it takes, but does not wait for others. */
    private static final String PATIENT = String.join(
            " ",
            "-c lock_timeout=2000",
            "-c synchronous_commit=on",
            "-c tcp_keepalives_idle=10",
            "-c tcp_keepalives_interval=5",
            "-c tcp_keepalives_count=3");

    /** To plan the decision of a reservation takes as long as to decide it, and whoever writes looks for keys: one plan serves all. */
    private static final String ONE_PLAN = " -c plan_cache_mode=force_generic_plan";

    private PostgresqlSessions() {}

    /**
     * Of the driver.
     *
     * @param pool how the session is called in {@code pg_stat_activity}
     */
    static Properties properties(String pool, boolean writes) {
        Properties properties = named(pool, writes ? SETTINGS + ONE_PLAN : SETTINGS);
        // seconds
        properties.setProperty("socketTimeout", "10");
        return properties;
    }

    /** Of the driver, for a {@link DatabaseMove}. */
    static Properties ofMove() {
        return named("mover", PATIENT);
    }

    private static Properties named(String name, String settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "recarga " + name);
        properties.setProperty("options", settings);
        // seconds
        properties.setProperty("connectTimeout", "2");
        // over all hosts of a URL: by default it would be as long as Hikari waits, too short for a second one
        properties.setProperty("loginTimeout", "6");
        properties.setProperty("tcpKeepAlive", "true");
        // the detail quotes the row: a plate in the log
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
