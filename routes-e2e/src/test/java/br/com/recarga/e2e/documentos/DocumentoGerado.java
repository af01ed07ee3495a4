package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in {@code docs/} that is made from the running system. */
record DocumentoGerado(Path file, String rewrite) {

    /** With {@code -Drecarga.reescrever-docs=true} the files are written; without, they are compared. */
    private static final boolean REWRITE = Boolean.getBoolean("recarga.reescrever-docs");

    /**
     * @param name in {@code docs/}
     * @param rewrite the command that writes it
     */
    static DocumentoGerado em(String name, String rewrite) {
        return new DocumentoGerado(Path.of("..", "docs", name), rewrite);
    }

    /** Fails if the file says anything else. */
    void conferir(String content) throws IOException {
        if (REWRITE) {
            Files.writeString(file, content);
        }
        assertThat(file).as("%s is stale: run %s", file.getFileName(), rewrite).exists();
        assertThat(Files.readString(file))
                .as("%s is stale: run %s", file.getFileName(), rewrite)
                .isEqualTo(content);
    }
}
