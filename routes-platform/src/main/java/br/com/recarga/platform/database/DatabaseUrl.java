package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is. The original wrote {@code sqlite:///relative/path} and {@code sqlite:////absolute/path}; a JDBC URL
 * is taken as it is.
 */
public record DatabaseUrl(String jdbc) {

    private static final String ORIGINAL = "sqlite:///";
    private static final String JDBC_SQLITE = "jdbc:sqlite:";

    /**
     * @throws IllegalArgumentException if it is neither of both
     */
    public static DatabaseUrl parse(String url) {
        if (url.startsWith(ORIGINAL)) {
            return new DatabaseUrl(JDBC_SQLITE + url.substring(ORIGINAL.length()));
        }
        if (url.startsWith("jdbc:")) {
            return new DatabaseUrl(url);
        }
        throw new IllegalArgumentException(
                "DATABASE_URL deve ser como sqlite:///./data/server1.db, ou uma URL JDBC (jdbc:…)");
    }

    boolean isSqlite() {
        return jdbc.startsWith(JDBC_SQLITE);
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
}
