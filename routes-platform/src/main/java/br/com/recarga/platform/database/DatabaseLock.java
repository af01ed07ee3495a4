package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other processes from a database that only one may work on. It is held on a file beside the database, and ends with
 * its process however that ends, so that nothing has to be cleared away after a crash.
 */
public final class DatabaseLock implements AutoCloseable {

    /** Null if the database is no file. */
    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws DatabaseInUse if another one has it
     */
    public static DatabaseLock take(DatabaseUrl url) throws IOException {
        if (url.file().isEmpty()) {
            return new DatabaseLock(null);
        }
        Path database = url.file().get();
        FileChannel channel = FileChannel.open(
                database.resolveSibling(database.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new DatabaseInUse(database);
        }
        return new DatabaseLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
