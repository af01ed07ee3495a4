package br.com.recarga.server.postos;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PostoBody;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads an operator's CSV of points: columns by the names in its first line, in any order. A line that is no point is told
 * with its number; the rules are those of {@link PostoBody}.
 */
final class LeitorDeCsv {

    private static final List<String> COLUNAS = List.of(
            "id", "nome", "cidade", "uf", "latitude", "longitude", "potencia_maxima", "tipo_conector", "preco_kwh");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** @param erros the lines that are no points, named as {@code linha 7} */
    record Leitura(List<PostoBody> postos, List<ErroCampo> erros) {}

    Leitura ler(Reader csv) throws IOException {
        List<PostoBody> postos = new ArrayList<>();
        List<ErroCampo> erros = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        long lidas = 0;
        try (CSVParser records = FORMAT.parse(csv)) {
            List<String> ausentes = COLUNAS.stream()
                    .filter(coluna -> !records.getHeaderNames().contains(coluna))
                    .toList();
            if (!ausentes.isEmpty()) {
                return new Leitura(List.of(), List.of(erro(1, "faltam as colunas " + String.join(", ", ausentes))));
            }
            lidas = 1;
            for (CSVRecord line : records) {
                lidas = records.getCurrentLineNumber();
                try {
                    PostoBody posto = posto(line);
                    exigir(ids.add(posto.id()), "id já usado");
                    postos.add(posto);
                } catch (IllegalArgumentException e) {
                    erros.add(erro(lidas, e.getMessage()));
                }
            }
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            // such as a quotation mark that is never closed: nothing after it can be told apart
            erros.add(erro(lidas + 1, "não é CSV daqui em diante"));
        }
        return new Leitura(postos, erros);
    }

    private PostoBody posto(CSVRecord line) {
        exigir(
                line.isConsistent(),
                "deve ter %d colunas"
                        .formatted(line.getParser().getHeaderNames().size()));
        PostoBody posto = new PostoBody(
                inteiro(line, "id"),
                line.get("nome"),
                line.get("cidade"),
                line.get("uf"),
                grau(line, "latitude", 90) + "," + grau(line, "longitude", 180),
                numero(line, "potencia_maxima"),
                line.get("tipo_conector"),
                numero(line, "preco_kwh"));
        String erros = validator.validate(posto).stream()
                .map(violation ->
                        "%s %s".formatted(coluna(violation.getPropertyPath().toString()), violation.getMessage()))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("; "));
        exigir(erros.isEmpty(), erros);
        return posto;
    }

    private static String coluna(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Integer inteiro(CSVRecord line, String column) {
        try {
            return Integer.valueOf(line.get(column));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(column + " deve ser um número inteiro", notANumber);
        }
    }

    private static double numero(CSVRecord line, String column) {
        try {
            double value = Double.parseDouble(line.get(column));
            exigir(Double.isFinite(value), column + " deve ser um número");
            return value;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(column + " deve ser um número", notANumber);
        }
    }

    private static String grau(CSVRecord line, String column, int max) {
        double value = numero(line, column);
        exigir(Math.abs(value) <= max, "%s deve ser de -%d a %d".formatted(column, max, max));
        return String.format(Locale.ROOT, "%.8f", value);
    }

    private static ErroCampo erro(long line, String mensagem) {
        return new ErroCampo("linha %d".formatted(line), mensagem);
    }

    private static void exigir(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
