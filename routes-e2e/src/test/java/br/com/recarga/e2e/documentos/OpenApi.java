package br.com.recarga.e2e.documentos;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the running server and client say of their HTTP at {@code /openapi.json}. */
enum OpenApi {
    SERVIDOR("openapi-server.json", Sistema.portaDoServidor(), "http://localhost:9007"),
    CLIENTE("openapi-client.json", Sistema.portaDoCliente(), "http://localhost:8001");

    private static final String SCHEMAS = "/components/schemas/";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final String file;
    private final int port;
    private final String usual;
    private JsonNode document;

    OpenApi(String file, int port, String usual) {
        this.file = file;
        this.port = port;
        this.usual = usual;
    }

    String file() {
        return file;
    }

    /** As it comes, but for its address, which is that of {@code make local}. */
    synchronized JsonNode document() {
        if (document == null) {
            document = read();
            ((ObjectNode) document.at("/servers/0")).put("url", usual);
        }
        return document;
    }

    private JsonNode read() {
        try {
            return JSON.readTree(send(BodyHandlers.ofString(), "GET", "/openapi.json", null, null)
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean hasSchema(String name) {
        return schema(name).isObject();
    }

    JsonNode schema(String name) {
        return document().at(SCHEMAS + name);
    }

    /** What is wrong with a message. */
    List<Error> violations(String schema, JsonNode message) {
        return validate(JSON.createObjectNode().put("$ref", "#" + SCHEMAS + schema), message);
    }

    /** What is wrong with the examples of a media type, which are JSON in strings. */
    List<Error> wrongExamples(JsonNode mediaType) throws IOException {
        List<Error> wrong = new ArrayList<>();
        List<JsonNode> examples = new ArrayList<>();
        mediaType.path("examples").forEach(example -> examples.add(example.path("value")));
        if (mediaType.has("example")) {
            examples.add(mediaType.path("example"));
        }
        for (JsonNode example : examples) {
            JsonNode message = ContractJson.mapper().readTree(example.asText());
            if (mediaType.has("schema")) {
                wrong.addAll(validate((ObjectNode) mediaType.get("schema"), message));
            }
        }
        return wrong;
    }

    private List<Error> validate(ObjectNode schema, JsonNode message) {
        ObjectNode withRoot = schema.deepCopy();
        withRoot.set("components", document().get("components"));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30())
                .getSchema(withRoot)
                .validate(message);
    }

    /** The document, laid out always the same. */
    String text() throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        return JSON.writer(printer).writeValueAsString(JSON.treeToValue(document(), Object.class)) + "\n";
    }

    /**
     * The status of the answer, which may have no end.
     *
     * @param type of the body; null with no body
     */
    int status(String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(BodyHandlers.ofInputStream(), method, path, type, body, headers);
        response.body().close();
        return response.statusCode();
    }

    private <T> HttpResponse<T> send(
            BodyHandler<T> handler, String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(DEADLINE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), handler);
    }
}
