package br.com.recarga.e2e.documentos;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One operation of an OpenAPI document. */
record Operacao(OpenApi api, String path, String method, JsonNode node) {

    static final String JSON = "application/json";

    String id() {
        return node.path("operationId").asText();
    }

    /** Its parameters of this kind, {@code path}, {@code query} or {@code header}, by name. */
    Map<String, JsonNode> parameters(String in) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        node.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .forEach(parameter -> found.put(parameter.path("name").asText(), parameter));
        return found;
    }

    /** The same of all kinds. */
    Stream<String> parameters() {
        return node.path("parameters").findValuesAsText("name").stream();
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

    /** Of its body; null without one. */
    String consumes() {
        return hasBody() ? node.at("/requestBody/content").fieldNames().next() : null;
    }

    String produces() {
        return node.at("/responses/200/content").fieldNames().next();
    }

    /** What a body in JSON is like; missing if it takes none. */
    JsonNode body() {
        return node.at("/requestBody/content/application~1json");
    }

    /** Of its body: the first, as it is sent. */
    String example() {
        JsonNode content = node.at("/requestBody/content").path(consumes());
        return content.path("examples")
                .valueStream()
                .findFirst()
                .map(example -> example.path("value").toString())
                .orElse(content.path("example").asText());
    }

    /** The fields of a body in JSON as they may also stand in the query: those of a record in it beside the others. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        collect(body().path("schema"), fields);
        return fields;
    }

    private void collect(JsonNode schema, Set<String> fields) {
        api.document().follow(schema).path("properties").properties().forEach(property -> {
            JsonNode plain = api.document().follow(property.getValue());
            JsonNode whole = plain.has("allOf") ? api.document().follow(plain.at("/allOf/0")) : plain;
            if (whole.has("properties")) {
                collect(whole, fields);
            } else {
                fields.add(property.getKey());
            }
        });
    }

    /** The path with a value for each of its variables, and nothing else. */
    String bare() {
        String filled = path;
        for (Map.Entry<String, JsonNode> variable : parameters("path").entrySet()) {
            filled = filled.replace(
                    "{" + variable.getKey() + "}",
                    variable.getValue().path("example").asText("1"));
        }
        return filled;
    }

    /** The same with a query: {@code name} and {@code value}, and so on. */
    static String with(String path, String... query) {
        StringBuilder all = new StringBuilder(path);
        for (int i = 0; i < query.length; i += 2) {
            all.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
