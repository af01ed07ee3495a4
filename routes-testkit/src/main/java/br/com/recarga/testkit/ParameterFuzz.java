package br.com.recarga.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks the OpenAPI document of an HTTP door and says to each parameter what cannot be read: escapes that are broken, two
 * values, none, and what is not of its type. Whatever is not refused by name is a fault.
 */
public final class ParameterFuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BROKEN = List.of("%zz", "a%", "%f", "%ff", "%C3", "%C3%28", "%ED%A0%80");

    /** In no text of ours: not every database takes it, and nobody writes it. */
    private static final String NUL = "a%00b";

    private static final List<String> NO_VALUE = List.of(
            "nada", "-", " 1", "1,5", "0x1F", "1e3", "٣", "yes", "null", "NaN", "' OR 1=1", "99999999999", "a/b c");
    private static final ApiDocument.Operation DOCUMENT =
            new ApiDocument.Operation("GET", "/openapi.json", JSON.missingNode());
    private static final int RANDOM_VALUES = 20;

    private final int port;
    private final String authorization;
    private final Set<String> freeText;
    private final Random random;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param authorization value of that header; null: without
     * @param freeText parameters in which any text is a value
     */
    public ParameterFuzz(int port, String authorization, Set<String> freeText, long seed) {
        this.port = port;
        this.authorization = authorization;
        this.freeText = freeText;
        this.random = new Random(seed);
    }

    /** What was answered otherwise than it should be; empty if nothing. */
    public List<String> faults() throws IOException {
        ApiDocument api =
                new ApiDocument(JSON.readTree(send(DOCUMENT.path(), DOCUMENT).body()));
        for (ApiDocument.Operation operation : api.operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                fuzz(operation, parameter);
            }
        }
        return faults;
    }

    private void fuzz(ApiDocument.Operation operation, JsonNode parameter) throws IOException {
        String path = operation.path();
        String name = parameter.path("name").asText();
        String in = parameter.path("in").asText();
        if (in.equals("path")) {
            for (String broken : BROKEN) {
                expect(400, null, filled(path, name, broken), operation);
            }
            expect(400, null, filled(path, name, NUL), operation);
            for (String value : NO_VALUE) {
                unharmed(filled(path, name, encode(value)), operation);
            }
        }
        if (!in.equals("query")) {
            return;
        }
        String start = filled(path, null, null) + "?" + required(operation, name);
        for (String broken : BROKEN) {
            expect(400, name, start + name + "=" + broken, operation);
        }
        expect(422, name, start + name + "=" + NUL, operation);
        if (!freeText.contains(name)) {
            expect(422, name, start + name + "=", operation);
        }
        expect(422, name, start + name + "=1&" + name + "=1", operation);
        for (String value : values()) {
            if (freeText.contains(name)) {
                unharmed(start + name + "=" + encode(value), operation);
            } else {
                expect(422, name, start + name + "=" + encode(value), operation);
            }
        }
    }

    private List<String> values() {
        // begins with what begins no value
        Stream<String> strange = Stream.generate(() -> random.ints(1 + random.nextInt(20), 0x20, 0x2FF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "?", "")));
        return Stream.concat(NO_VALUE.stream(), strange.limit(RANDOM_VALUES)).toList();
    }

    private void expect(int status, String name, String target, ApiDocument.Operation operation) throws IOException {
        Answer answer = send(target, operation);
        boolean named = answer.status() == status
                && (name == null
                        || json(answer).path("erros").findValuesAsText("campo").contains(name));
        if (!named || json(answer).path("codigo").isMissingNode()) {
            faults.add(told(target, operation, answer));
        }
    }

    private void unharmed(String target, ApiDocument.Operation operation) throws IOException {
        Answer answer = send(target, operation);
        if (answer.status() >= 500 || json(answer).isMissingNode()) {
            faults.add(told(target, operation, answer));
        }
    }

    private static String told(String target, ApiDocument.Operation operation, Answer answer) {
        return "%s %s: %d %s".formatted(operation.method(), target, answer.status(), answer.body());
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** By hand: no client would send what is broken. */
    private Answer send(String target, ApiDocument.Operation operation) throws IOException {
        JsonNode wanted = operation.node().path("requestBody");
        String type = wanted.path("required").asBoolean()
                ? wanted.path("content").fieldNames().next()
                : null;
        String body = type == null ? "" : type.equals("application/json") ? "{}" : "id";
        String head = operation.method() + " " + target + " HTTP/1.0\r\nHost: localhost\r\nContent-Length: "
                + body.length() + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n")
                + (authorization == null ? "" : "Authorization: " + authorization + "\r\n");
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(end + 4));
        }
    }

    private record Answer(int status, String body) {}

    private static String filled(String path, String name, String value) {
        String filled = name == null ? path : path.replace("{" + name + "}", value);
        return filled.replaceAll("\\{[^}]*}", "5");
    }

    /** What the operation cannot do without, beside this one. */
    private static String required(ApiDocument.Operation operation, String name) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .filter(other -> other.path("in").asText().equals("query")
                        && other.path("required").asBoolean()
                        && !other.path("name").asText().equals(name))
                .map(other -> other.path("name").asText() + "="
                        + encode(other.path("example").asText("ABC1D23")) + "&")
                .collect(Collectors.joining());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
