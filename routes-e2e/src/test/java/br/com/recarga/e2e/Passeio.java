package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tour of a document: its commands, and what it says they print. */
record Passeio(String comandos, List<String> esperado) {

    private static final Pattern TOUR = Pattern.compile("(?s)<!-- tour -->(.*)<!-- /tour -->");
    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");
    private static final String PRINTED = "#> ";

    static Passeio de(Path document) throws IOException {
        Matcher tour = TOUR.matcher(Files.readString(document));
        assertThat(tour.find()).isTrue();
        String commands = BLOCK.matcher(tour.group(1))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        List<String> expected = commands.lines()
                .filter(line -> line.startsWith(PRINTED))
                .map(line -> line.substring(PRINTED.length()))
                .toList();
        return new Passeio(commands, expected);
    }

    /** Whether this machine has what the tour needs; {@code RECARGA_EXIGE_PASSEIO=true} makes its absence a failure. */
    static boolean possivelOuExigido() {
        return Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_PASSEIO"))
                || Stream.of("bash", "curl", "jq")
                        .allMatch(program -> Stream.of(System.getenv("PATH").split(":"))
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /**
     * Runs it.
     *
     * @param ports those of this system for those of the document
     * @return the lines that it prints
     */
    List<String> executar(Map<Integer, Integer> ports, Map<String, String> environment) throws Exception {
        String script = comandos;
        for (Map.Entry<Integer, Integer> port : ports.entrySet()) {
            script = script.replace("localhost:" + port.getKey(), "127.0.0.1:" + port.getValue());
        }
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script);
        bash.environment().putAll(environment);
        Path errors = Files.createTempFile(Path.of("target"), "passeio", ".err");
        Process process = bash.redirectError(errors.toFile()).start();
        List<String> printed = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).isEmptyFile();
        return printed;
    }
}
