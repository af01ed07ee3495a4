package br.com.recarga.e2e.documentos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One operation of an OpenAPI document. */
record Operacao(OpenApi api, String path, String method, JsonNode node) {

    static List<Operacao> todas(OpenApi api) {
        List<Operacao> all = new ArrayList<>();
        api.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> all.add(new Operacao(
                                api, path.getKey(), verb.getKey().toUpperCase(Locale.ROOT), verb.getValue()))));
        return all;
    }

    /** Names of parameters of this kind: {@code path}, {@code query} or {@code header}. */
    List<String> parameters(String in) {
        return node.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** From each status that the document names to what it says of it. */
    Map<String, JsonNode> responses() {
        Map<String, JsonNode> responses = new TreeMap<>();
        node.path("responses").properties().forEach(entry -> responses.put(entry.getKey(), entry.getValue()));
        return responses;
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    /** Of a body in JSON; an empty object if it takes another kind. */
    String example() {
        return node.at("/requestBody/content/application~1json/example").asText("{}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
