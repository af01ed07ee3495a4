package br.com.recarga.terminal.memoria;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The folder of what is remembered, which is the user's alone: codes of reservations lie in it. */
public final class Pasta {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Pasta() {}

    /**
     * {@code RECARGA_TERMINAL_DIR}; else {@code recarga} in {@code XDG_STATE_HOME}, which is {@code ~/.local/state} unless
     * said otherwise.
     */
    public static Path de(Map<String, String> ambiente, String home) {
        String dita = ambiente.getOrDefault("RECARGA_TERMINAL_DIR", "");
        if (!dita.isEmpty()) {
            return Path.of(dita).toAbsolutePath();
        }
        String estado = ambiente.getOrDefault("XDG_STATE_HOME", "");
        // the specification wants relative paths ignored
        Path base = estado.startsWith("/") ? Path.of(estado) : Path.of(home, ".local", "state");
        return base.resolve("recarga");
    }

    /** Makes it if need be. */
    public static Path criar(Path pasta) throws IOException {
        Files.createDirectories(pasta.getParent());
        if (!Files.isDirectory(pasta)) {
            Files.createDirectories(pasta, soDoUsuario("rwx------"));
        }
        return pasta;
    }

    /** An empty file of this user alone, unless it is there. */
    public static Path arquivo(Path arquivo) throws IOException {
        if (!Files.exists(arquivo)) {
            Files.createFile(arquivo, soDoUsuario("rw-------"));
        }
        return arquivo;
    }

    /** Nothing on systems whose files have no such rights. */
    private static FileAttribute<?>[] soDoUsuario(String direitos) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(direitos))
                }
                : new FileAttribute<?>[0];
    }
}
