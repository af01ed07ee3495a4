package br.com.recarga.e2e.documentos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code deploy/} gives to Kubernetes: of one folder, rendered by {@code kubectl kustomize}.
 *
 * @param folder below {@code deploy/}
 */
record Manifestos(String folder, List<JsonNode> documents) {

    static final Path DEPLOY = Path.of("../deploy");

    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Whether there is a kubectl with a kustomize that knows what is in use, as from 1.27 on; {@code RECARGA_EXIGE_KUBECTL=true} makes
     * its absence a failure.
     */
    static boolean possivelOuExigido() {
        if (Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_KUBECTL"))) {
            return true;
        }
        try {
            Process kubectl = new ProcessBuilder("kubectl", "version", "--client", "--output=json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String kustomize = YAML.readTree(kubectl.getInputStream())
                    .path("kustomizeVersion")
                    .asText();
            return kustomize.matches("v([5-9]|\\d\\d).*");
        } catch (IOException absent) {
            return false;
        }
    }

    /** Of all folders that somebody may apply: what is in {@code base} lacks its database. */
    static List<Manifestos> renderedAll() {
        return Once.ALL;
    }

    /** As long as the tests last, for kubectl is slow. */
    private static final class Once {

        static final List<Manifestos> ALL = kustomizations()
                .map(file -> DEPLOY.relativize(file.getParent()).toString())
                .filter(folder -> !folder.startsWith("base"))
                .map(Manifestos::rendered)
                .toList();

        private Once() {}
    }

    private static Manifestos rendered(String folder) {
        try {
            Path errors = Files.createTempFile(Path.of("target"), "kubectl", ".log");
            Process kubectl = new ProcessBuilder(
                            "kubectl", "kustomize", DEPLOY.resolve(folder).toString())
                    .redirectError(errors.toFile())
                    .start();
            String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // a warning too: what is deprecated is gone in a later version
            if (kubectl.waitFor() != 0 || Files.size(errors) > 0) {
                throw new IllegalStateException(folder + ": " + Files.readString(errors));
            }
            return new Manifestos(folder, read(rendered));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The files that are whole by themselves: those that a folder lists as its resources, and an example of one file. */
    static List<Path> completeFiles() {
        Stream<Path> listed = kustomizations()
                .flatMap(file -> read(file)
                        .get(0)
                        .path("resources")
                        .valueStream()
                        .map(resource -> file.resolveSibling(resource.asText())));
        Stream<Path> examples =
                allFiles().stream().filter(file -> file.getParent().equals(DEPLOY.resolve("exemplos")));
        return Stream.concat(listed, examples).filter(Files::isRegularFile).toList();
    }

    static List<Path> allFiles() {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> read(String yaml) throws IOException {
        return YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
    }

    private static Stream<Path> kustomizations() {
        return allFiles().stream().filter(file -> file.endsWith(KUSTOMIZATION)).sorted();
    }

    List<JsonNode> of(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    /** Those that run something. */
    List<JsonNode> workloads() {
        return Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> of(kind).stream())
                .toList();
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    @Override
    public String toString() {
        return folder;
    }
}
