package br.com.recarga.terminal.rotas;

import br.com.recarga.client.sagas.RetomarSagasRoute;
import br.com.recarga.platform.database.DatabaseInUse;
import br.com.recarga.platform.database.DatabaseLock;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.database.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The log of this user's trips. Several terminals may read it, but only one may carry trips to their end: a second one would
 * take what the first has just begun for left behind.
 *
 * @param banco the database
 * @param tranca what this process has if it is the one; null if it is not
 */
public record Diario(Path banco, DatabaseLock tranca) implements Closeable {

    static final List<String> ROTAS = List.of(RetomarSagasRoute.ID, RetomarSagasRoute.ESQUECER);

    /**
     * Opens it, and holds it until it is closed if nobody else does.
     *
     * @param pasta exists, for this user only
     */
    public static Diario abrir(Path pasta) throws IOException {
        // SQLite gives its other files the rights of this one
        Path banco = PrivateFiles.file(pasta.resolve("viagens.db"));
        PrivateFiles.file(pasta.resolve("viagens.db.lock"));
        try {
            return new Diario(banco, DatabaseLock.take(DatabaseUrl.parse("jdbc:sqlite:" + banco)));
        } catch (DatabaseInUse byAnotherTerminal) {
            return new Diario(banco, null);
        }
    }

    boolean meu() {
        return tranca != null;
    }

    @Override
    public void close() throws IOException {
        if (tranca != null) {
            tranca.close();
        }
    }
}
