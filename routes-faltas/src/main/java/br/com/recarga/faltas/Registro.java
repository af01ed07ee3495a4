package br.com.recarga.faltas;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.faltas.historia.Falta;
import br.com.recarga.faltas.historia.Historia;
import br.com.recarga.faltas.historia.Tentativa;
import br.com.recarga.faltas.historia.Violacao;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what happens as it happens, one JSON object a line, and remembers it. */
final class Registro implements AutoCloseable {

    private final BufferedWriter file;
    private final List<Tentativa> tentativas = new ArrayList<>();
    private final List<Falta> faltas = new ArrayList<>();

    Registro(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    synchronized void add(Tentativa tentativa) {
        tentativas.add(tentativa);
        write("tentativa", tentativa);
    }

    synchronized void add(Falta falta) {
        faltas.add(falta);
        write("falta", falta);
    }

    synchronized void add(Violacao violacao) {
        write("violacao", violacao);
    }

    synchronized Historia historia() {
        return new Historia(List.copyOf(tentativas), List.copyOf(faltas));
    }

    private void write(String what, Object it) {
        try {
            file.write(ContractJson.write(Map.of(what, it)));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
