package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.web.util.UriUtils;

/**
 * Where the database is: {@code sqlite:///relative/path} and {@code sqlite:////absolute/path} as the original wrote it, {@code
 * postgresql://user:password@host:5432/name?sslmode=verify-full} as PostgreSQL's users do; a JDBC URL is taken as it is.
 *
 * @param jdbc without what is secret in it, unless it was a JDBC URL
 * @param user null: as the URL or the driver says
 * @param password null, as for the user
 */
public record DatabaseUrl(String jdbc, String user, String password) {

    /** Where a process is told where its own is. */
    static final String SETTING = "DATABASE_URL";

    private static final String ORIGINAL = "sqlite:///";
    private static final String JDBC_SQLITE = "jdbc:sqlite:";
    private static final String JDBC_POSTGRESQL = "jdbc:postgresql:";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Of one host or of several, as of those that stand by. */
    private static final Pattern POSTGRESQL = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^\\s/@:]+)(?::(?<password>[^\\s/@]*))?@)?(?<where>[^\\s/@?]+/[^\\s/?]+(?:\\?\\S*)?)");

    /**
     * @throws IllegalArgumentException if it is none of them
     */
    public static DatabaseUrl parse(String url) {
        return parse(url, SETTING);
    }

    /**
     * @param said what says so, as the message of the exception names it
     * @throws IllegalArgumentException if it is none of them
     */
    static DatabaseUrl parse(String url, String said) {
        if (url.startsWith(ORIGINAL)) {
            return new DatabaseUrl(JDBC_SQLITE + url.substring(ORIGINAL.length()), null, null);
        }
        if (url.startsWith("jdbc:")) {
            return new DatabaseUrl(url, null, null);
        }
        Matcher postgresql = POSTGRESQL.matcher(url);
        if (postgresql.matches()) {
            try {
                return postgresql(postgresql);
            } catch (IllegalArgumentException malformed) {
                // whose message quotes the password
            }
        }
        throw new IllegalArgumentException(said + " deve ser como sqlite:///./data/server1.db,"
                + " postgresql://usuario:senha@banco:5432/server1, ou uma URL JDBC (jdbc:…)");
    }

    private static DatabaseUrl postgresql(Matcher url) {
        return new DatabaseUrl(
                JDBC_POSTGRESQL + "//" + url.group("where"),
                decoded(url.group("user")),
                decoded(url.group("password")));
    }

    private static String decoded(String part) {
        return part == null ? null : UriUtils.decode(part, StandardCharsets.UTF_8);
    }

    public boolean isSqlite() {
        return jdbc.startsWith(JDBC_SQLITE);
    }

    boolean isPostgresql() {
        return jdbc.startsWith(JDBC_POSTGRESQL);
    }

    /** Whether it is a PostgreSQL on another machine that need not show who it is. */
    boolean isReachedUnproven() {
        // the driver's own reading of it: of several hosts it may take any
        Properties read = isPostgresql() ? Driver.parseURL(jdbc, null) : null;
        return read != null
                && !"verify-full".equals(PGProperty.SSL_MODE.getOrDefault(read))
                && !Stream.of(PGProperty.PG_HOST.getOrDefault(read).split(",")).allMatch(THIS_MACHINE::contains);
    }

    /** SQLite makes the file, but not the folders that it is to lie in. */
    void createFolders() throws IOException {
        if (file().isPresent()) {
            PrivateFiles.folder(file().get().getParent());
        }
    }

    /** Makes the file before SQLite does, 0600, as SQLite gives its log and what else it keeps beside it the rights of this one. */
    void keepFromOthers() throws IOException {
        if (file().isPresent()) {
            Path database = PrivateFiles.file(file().get());
            for (String suffix : DatabaseCopies.BESIDE) {
                PrivateFiles.close(database.resolveSibling(database.getFileName() + suffix));
            }
        }
    }

    /** The file that it is; empty for a database that is none, or lies in memory. */
    Optional<Path> file() {
        String path = isSqlite() ? jdbc.substring(JDBC_SQLITE.length()) : "";
        return path.isEmpty() || path.startsWith(":")
                ? Optional.empty()
                : Optional.of(Path.of(path).toAbsolutePath());
    }

    /** Without what is secret in it. */
    @Override
    public String toString() {
        return jdbc.replaceFirst("\\?.*", "");
    }
}
