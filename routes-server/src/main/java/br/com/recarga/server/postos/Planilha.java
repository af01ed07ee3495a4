package br.com.recarga.server.postos;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV as the spreadsheets of any country write it: in UTF-8, UTF-16 or Latin-1 as Windows extends it, separated
 * by commas, semicolons or tabs. Which of them, the file itself tells. Lines without any text are passed over.
 */
final class Planilha implements AutoCloseable {

    /** What stands for bytes that are no character in the file's encoding. */
    static final char ILEGIVEL = '\uFFFD';

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String BOM = "\uFEFF";
    private static final List<Character> SEPARADORES = List.of(',', ';', '\t');
    /** A first line by which some spreadsheets name their separator. */
    private static final String SEPARADOR_DITO = "(?i)sep=[,;\t]\\R";

    private final CSVParser records;
    private final Iterator<CSVRecord> iterator;
    private final long linhasAntes;
    private long numero;

    Planilha(byte[] csv) throws IOException {
        String texto = texto(csv);
        String primeira = texto.lines().findFirst().orElse("") + "\n";
        boolean dito = primeira.matches(SEPARADOR_DITO);
        linhasAntes = dito ? 1 : 0;
        numero = linhasAntes;
        char separador = dito ? primeira.charAt(4) : separador(primeira);
        String resto = dito ? texto.lines().skip(1).collect(Collectors.joining("\n")) : texto;
        records = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separador)
                .setTrim(true)
                .get()
                .parse(new StringReader(resto));
        iterator = records.iterator();
    }

    /** A line with text in it. */
    record Linha(long numero, List<String> celulas) {}

    /**
     * The next line, null after the last one.
     *
     * @throws IlegivelException if nothing can be told apart from here on, as after a quotation mark that is never closed
     */
    Linha proxima() {
        try {
            while (iterator.hasNext()) {
                List<String> celulas = iterator.next().toList();
                numero = linhasAntes + records.getCurrentLineNumber();
                if (!celulas.stream().allMatch(String::isEmpty)) {
                    return new Linha(numero, celulas);
                }
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IlegivelException(numero + 1, e);
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** A file that is no CSV from a line on. */
    static final class IlegivelException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long linha;

        IlegivelException(long linha, Throwable cause) {
            super(cause);
            this.linha = linha;
        }

        long linha() {
            return linha;
        }
    }

    private static char separador(String cabecalho) {
        return SEPARADORES.stream()
                .max(Comparator.comparingLong(separador ->
                        cabecalho.chars().filter(letra -> letra == separador).count()))
                .orElseThrow();
    }

    private static String texto(byte[] csv) {
        String texto = new String(csv, codificacao(csv));
        return texto.startsWith(BOM) ? texto.substring(BOM.length()) : texto;
    }

    private static Charset codificacao(byte[] csv) {
        if (csv.length >= 2) {
            int primeiro = csv[0] & 0xFF;
            int segundo = csv[1] & 0xFF;
            // with its mark, or with a first letter that any encoding of one byte has too
            if (primeiro == 0xFF && segundo == 0xFE || primeiro != 0 && segundo == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (primeiro == 0xFE && segundo == 0xFF || primeiro == 0 && segundo != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        String utf8 = new String(csv, StandardCharsets.UTF_8);
        boolean legivel = utf8.indexOf(ILEGIVEL) < 0;
        // what is both is a UTF-8 that was damaged: letters of Latin-1 hardly ever happen to spell one
        boolean comAcentos = utf8.chars().anyMatch(letra -> letra > 0x7F && letra != ILEGIVEL);
        return legivel || comAcentos ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }
}
