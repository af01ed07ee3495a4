package br.com.recarga.terminal.comandos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** Which program this is, and what it runs on. */
final class Versao implements IVersionProvider {

    /** The build writes it. */
    private static final String RECURSO = "/terminal-versao.txt";

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream versao = Versao.class.getResourceAsStream(RECURSO)) {
            return new String[] {
                "recarga %s (Java %s)"
                        .formatted(new String(versao.readAllBytes(), StandardCharsets.UTF_8).strip(), Runtime.version())
            };
        }
    }
}
