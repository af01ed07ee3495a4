package br.com.recarga.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks the OpenAPI document of an HTTP door and spoils each field of each example of a body in turn. A refusal for invalid
 * data that does not name a field, by a name that the request has, is a fault; so is an error inside.
 */
public final class FieldFuzz {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SPOILED = List.of(
            "null",
            "\"\"",
            "\"nada de bom\"",
            "\"a\\u0000b\"",
            "-1",
            "1e9",
            "true",
            "[]",
            "[null]",
            "{}",
            "\"2020-01-01T00:00:00Z\"",
            "\"2999-01-01T00:00:00Z\"");

    private final URI root;
    private final String authorization;
    private final Set<String> known = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /** @param authorization value of that header; null: without */
    public FieldFuzz(URI root, String authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    /** What was answered otherwise than it should be; empty if nothing. */
    public List<String> faults() throws IOException, InterruptedException {
        ApiDocument api =
                new ApiDocument(JSON.readTree(send("GET", "/openapi.json", null).body()));
        for (ApiDocument.Operation operation : api.operations()) {
            JsonNode content = operation.node().at("/requestBody/content/application~1json");
            for (JsonNode example : content.path("examples")) {
                known.clear();
                known.addAll(operation.node().path("parameters").findValuesAsText("name"));
                known.addAll(fields(api.root(), content.path("schema")));
                ObjectNode body = example.path("value").deepCopy();
                spoil(operation.method(), operation.path().replaceAll("\\{[^}]*}", "5"), body, body);
            }
        }
        return faults;
    }

    /** The names that the schema of a body has, at any depth. */
    private static Set<String> fields(JsonNode api, JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode ref : schema.findValues("$ref")) {
            fields.addAll(fields(api, api.at(ref.asText().substring(1))));
        }
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(fields::add));
        return fields;
    }

    private void spoil(String method, String path, ObjectNode body, JsonNode part)
            throws IOException, InterruptedException {
        if (part instanceof ArrayNode array) {
            for (JsonNode element : array) {
                spoil(method, path, body, element);
            }
        }
        if (!(part instanceof ObjectNode object)) {
            return;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode good = object.get(name);
            spoil(method, path, body, good);
            for (String spoiled : SPOILED) {
                object.set(name, JSON.readTree(spoiled));
                check(method, path, body);
            }
            object.remove(name);
            check(method, path, body);
            object.set(name, good);
        }
    }

    private void check(String method, String path, ObjectNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body.toString());
        JsonNode json = JSON.readTree(answer.body());
        boolean invalid = json.path("codigo").asText().equals("DADOS_INVALIDOS");
        boolean named = !json.path("erros").isEmpty();
        for (JsonNode erro : json.path("erros")) {
            String campo = erro.path("campo").asText();
            named &= known.contains(campo.substring(campo.lastIndexOf('.') + 1).replaceAll("\\[\\d+]", ""));
        }
        if (answer.statusCode() >= 500 && answer.statusCode() != 503 || invalid && !named) {
            faults.add("%s %s %s: %d %s".formatted(method, path, body, answer.statusCode(), answer.body()));
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json");
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
