package br.com.recarga.client.terminal.rotas;

import br.com.recarga.client.sagas.RetomarSagasRoute;
import br.com.recarga.client.terminal.memoria.Pasta;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of this user's trips. Several terminals may read it, but only one may carry trips to their end: a second one would
 * take what the first has just begun for left behind.
 *
 * @param banco the database
 * @param meu whether this process is the one
 */
public record Diario(Path banco, boolean meu) {

    static final List<String> ROTAS = List.of(RetomarSagasRoute.ID, RetomarSagasRoute.ESQUECER);

    /**
     * Opens it, and holds it for as long as this process lives if nobody else does.
     *
     * @param pasta exists, for this user only
     */
    @SuppressWarnings("resource") // the system lets go of the lock when the process ends, however it ends
    public static Diario abrir(Path pasta) throws IOException {
        FileChannel channel = FileChannel.open(Pasta.arquivo(pasta.resolve("viagens.lock")), StandardOpenOption.WRITE);
        // SQLite gives its other files the rights of this one
        return new Diario(Pasta.arquivo(pasta.resolve("viagens.db")), channel.tryLock() != null);
    }
}
