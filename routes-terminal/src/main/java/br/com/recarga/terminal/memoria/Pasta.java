package br.com.recarga.terminal.memoria;

import java.nio.file.Path;
import java.util.Map;

/** The folder of what is remembered, which is the user's alone: codes of reservations lie in it. */
public final class Pasta {

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
}
