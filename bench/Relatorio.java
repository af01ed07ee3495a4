import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was measured, for machines, for people, and as a picture: of each figure the median, the least and the greatest. */
final class Relatorio {

    private static final String BEGIN = "<!-- written by bench/tabela -->\n";
    private static final String END = "<!-- end of what bench/tabela writes -->\n";

    private static final List<String> PICTURE = List.of(
            "POST reservar, 64: por segundo",
            "GET postos, 64: por segundo",
            "POST reservar, 64: CPU por pedido de todos, ms");

    /** Of each process, the CPU is told in the JSON, and in the table at 64 connections. */
    private static final Pattern DETAIL = Pattern.compile("(?<!, 64): CPU por pedido de (?!todos)");

    private static final int BAR = 22;
    private static final int LEFT = 110;
    private static final int WIDTH = 560;

    private record Figure(double mediana, double min, double max, List<Double> rodadas) {

        static Figure of(List<Double> rounds) {
            List<Double> sorted = rounds.stream().sorted().toList();
            int middle = sorted.size() / 2;
            double median =
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            return new Figure(median, sorted.get(0), sorted.get(sorted.size() - 1), rounds);
        }

        @Override
        public String toString() {
            return min == max ? short3(mediana) : "%s (%s–%s)".formatted(short3(mediana), short3(min), short3(max));
        }

        private static String short3(double value) {
            return String.format(
                    Locale.forLanguageTag("pt-BR"), value >= 100 ? "%,.0f" : value >= 1 ? "%.1f" : "%.3f", value);
        }
    }

    private final Map<String, Map<String, Figure>> systems = new LinkedHashMap<>();

    Relatorio(Map<String, Map<String, List<Double>>> measured) {
        measured.forEach((system, figures) -> {
            Map<String, Figure> of = new LinkedHashMap<>();
            figures.forEach((figure, rounds) -> of.put(figure, Figure.of(rounds)));
            systems.put(system, of);
        });
    }

    void json(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("data", LocalDate.now().toString());
        all.put("processadores", Runtime.getRuntime().availableProcessors());
        all.put("sistemas", systems);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }

    String markdown() {
        Set<String> figures = systems.values().stream()
                .flatMap(of -> of.keySet().stream())
                .filter(figure -> !DETAIL.matcher(figure).find())
                .filter(figure -> systems.values().stream().anyMatch(of -> value(of, figure) != 0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StringBuilder table = new StringBuilder("| | " + String.join(" | ", systems.keySet()) + " |\n");
        table.append("|---|").append("---|".repeat(systems.size())).append('\n');
        for (String figure : figures) {
            table.append("| ").append(figure).append(" |");
            systems.forEach((system, of) ->
                    table.append(' ').append(cell(system, figure)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    /** With what it is of the floor's, where it is about requests. */
    private String cell(String system, String figure) {
        Figure own = systems.get(system).get(figure);
        Figure floor = systems.getOrDefault("piso", Map.of()).get(figure);
        if (own == null) {
            return "–";
        }
        return own == floor || floor == null || floor.mediana() == 0 || !figure.contains(": ")
                ? own.toString()
                : "%s = %s ×".formatted(own, Figure.short3(own.mediana() / floor.mediana()));
    }

    private static double value(Map<String, Figure> of, String figure) {
        return of.containsKey(figure) ? of.get(figure).mediana() : 0;
    }

    /** Puts the table between its marks, and the picture beside the document. */
    void intoDocument(Path document) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalStateException(document + " não tem onde pôr a tabela: " + BEGIN + END);
        }
        String where =
                "%d processadores, %s.%n%n".formatted(Runtime.getRuntime().availableProcessors(), LocalDate.now());
        Files.writeString(document, text.substring(0, begin) + "\n" + where + markdown() + "\n" + text.substring(end));
        Files.writeString(
                document.resolveSibling(document.getFileName().toString().replace(".md", ".svg")), picture());
    }

    private String picture() {
        StringBuilder bars = new StringBuilder();
        int y = 0;
        for (String figure : PICTURE) {
            y += 2 * BAR;
            bars.append(text(0, y, "start", figure));
            double most = systems.values().stream()
                    .mapToDouble(of -> value(of, figure))
                    .max()
                    .orElseThrow();
            for (Map.Entry<String, Map<String, Figure>> system : systems.entrySet()) {
                Figure value = system.getValue().get(figure);
                y += BAR;
                long width = Math.round(value.mediana() / most * WIDTH);
                bars.append(text(LEFT - 8, y, "end", system.getKey()));
                bars.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                        .formatted(
                                LEFT, y - 14, width, BAR - 4, system.getKey().equals("piso") ? "#8a8f98" : "#1f7a4d"));
                bars.append(text(LEFT + width + 6, y, "start", value.toString()));
            }
        }
        int width = LEFT + WIDTH + 170;
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" role="img" \
            aria-label="Medidas de docs/desempenho.md">
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            %s</svg>
            """.formatted(width, y + BAR, bars);
    }

    private static String text(long x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#222222\">%s</text>%n".formatted(x, y, anchor, text);
    }
}
