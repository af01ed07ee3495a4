package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps other processes from a database that only one may work on. It is held on a file beside the database, and ends with
 * its process however that ends, so that nothing has to be cleared away after a crash.
 */
public final class DatabaseLock implements AutoCloseable {

    /**
     * Those of this process. A lock of the system is the whole process's: to open the file a second time and close it again
     * would let go of it. It is also let go of when nobody knows its channel any more.
     */
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    /** Null if the database is no file. */
    private final Path database;

    private DatabaseLock(Path database) {
        this.database = database;
    }

    /**
     * @throws DatabaseInUse if another one has it
     */
    public static DatabaseLock take(DatabaseUrl url) throws IOException {
        if (url.file().isEmpty()) {
            return new DatabaseLock(null);
        }
        Path database = url.file().get().normalize();
        synchronized (HELD) {
            if (HELD.containsKey(database)) {
                throw new DatabaseInUse(database);
            }
            FileChannel channel = FileChannel.open(
                    PrivateFiles.file(database.resolveSibling(database.getFileName() + ".lock")),
                    StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new DatabaseInUse(database);
            }
            HELD.put(database, channel);
        }
        return new DatabaseLock(database);
    }

    /** Closed once more, it does nothing. */
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            FileChannel channel = HELD.remove(database);
            if (channel != null) {
                channel.close();
            }
        }
    }
}
