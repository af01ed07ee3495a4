package br.com.recarga.e2e.documentos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A README: its headings, its commands, and who runs them.
 *
 * @param headings their levels, such as {@code ##}
 * @param links what it links to in the tree
 */
record LeiaMe(Path file, List<String> headings, List<Comandos> comandos, List<String> links) {

    private static final Pattern MARK = Pattern.compile("<!-- run by (\\S+): (.+) -->");
    private static final Pattern HEADING = Pattern.compile("(#+) .*");
    private static final Pattern LINK = Pattern.compile("]\\(([^):]+)\\)");
    private static final String FENCE = "```";

    /**
     * A block of commands.
     *
     * @param roteiro the script that runs it; null: a test, as a part of the tour
     * @param marca what the script calls it
     * @param linhas without comments
     */
    record Comandos(String roteiro, String marca, List<String> linhas) {}

    static LeiaMe ler(String name) {
        Path file = Path.of("..", name);
        try {
            return ler(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LeiaMe ler(Path file, List<String> lines) {
        LeiaMe readme = new LeiaMe(file, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean tour = false;
        List<String> block = null;
        String before = "";
        for (String line : lines) {
            if (block != null) {
                if (line.startsWith(FENCE)) {
                    block = null;
                } else if (!line.startsWith("# ")) {
                    block.add(line.replaceFirst("\\s+# .*$", ""));
                }
            } else if (line.startsWith(FENCE)) {
                block = new ArrayList<>();
                if (line.equals("```sh") || line.equals("```bash")) {
                    readme.comandos.add(comandos(tour, before, block));
                }
            } else {
                tour = line.equals("<!-- tour -->") || tour && !line.equals("<!-- /tour -->");
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    readme.headings.add(heading.group(1));
                }
                LINK.matcher(line).results().forEach(link -> readme.links.add(link.group(1)));
            }
            before = line.isBlank() ? before : line;
        }
        return readme;
    }

    private static Comandos comandos(boolean tour, String before, List<String> block) {
        if (tour) {
            return new Comandos(null, "tour", block);
        }
        Matcher mark = MARK.matcher(before);
        return mark.matches() ? new Comandos(mark.group(1), mark.group(2), block) : new Comandos(null, before, block);
    }
}
