package br.com.recarga.contract.tabelas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A table of others that comes with the program: its first line says where it is from, its second names the columns. */
public final class TabelaIncluida {

    private TabelaIncluida() {}

    /**
     * All of it.
     *
     * @param caminho on the class path
     * @param linha what a line says
     */
    public static <T> List<T> ler(String caminho, Function<String, T> linha) {
        try (InputStream tabela = TabelaIncluida.class.getResourceAsStream(caminho);
                BufferedReader linhas = new BufferedReader(new InputStreamReader(tabela, StandardCharsets.UTF_8))) {
            return linhas.lines().skip(2).map(linha).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
