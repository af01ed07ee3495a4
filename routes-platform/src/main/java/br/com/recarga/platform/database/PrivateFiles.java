package br.com.recarga.platform.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders of whoever runs the process and of nobody else: plates and codes of reservations lie in them. On systems
 * whose files have no such rights they are as any other.
 */
public final class PrivateFiles {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes what is missing of it, 0700; what is there already, and may be meant for others too, stays as it is. */
    public static Path folder(Path folder) throws IOException {
        // which complains of a link to a folder
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(FOLDER));
        }
        return folder;
    }

    /** The file, empty unless it is there; 0600, also if a former version has left it open to others. */
    public static Path file(Path file) throws IOException {
        try {
            // never open to others, not even for a moment
            Files.createFile(file, only(FILE));
        } catch (FileAlreadyExistsException there) {
            close(file);
        }
        return file;
    }

    /** Takes it away from others, if it is there. */
    static void close(Path file) throws IOException {
        if (!POSIX || !Files.isRegularFile(file)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        } catch (FileSystemException notOurs) {
            // only its owner may: whoever was given the right to write it still works with it
        }
    }

    private static FileAttribute<?>[] only(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
