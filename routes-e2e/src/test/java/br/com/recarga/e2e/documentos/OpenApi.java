package br.com.recarga.e2e.documentos;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.testkit.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.ModelCamelContext;

/** The document of one door in {@code docs/}, and the door itself as it runs. */
enum OpenApi {
    SERVIDOR("openapi-server.yaml", Sistema.camelDoServidor(), Sistema.portaDoServidor()),
    CLIENTE("openapi-client.yaml", Sistema.camelDoCliente(), Sistema.portaDoCliente());

    private static final String SCHEMAS = "/components/schemas/";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path file;
    private final ModelCamelContext camel;
    private final int port;
    private final ApiDocument document;

    OpenApi(String file, ModelCamelContext camel, int port) {
        this.file = Path.of("..", "docs", file);
        this.camel = camel;
        this.port = port;
        this.document = new ApiDocument(written());
    }

    Path file() {
        return file;
    }

    ModelCamelContext camel() {
        return camel;
    }

    /** As it stands in its file. */
    JsonNode written() {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiDocument document() {
        return document;
    }

    List<Operacao> operations() {
        return document.operations().stream()
                .map(operation -> new Operacao(this, operation.path(), operation.method(), operation.node()))
                .toList();
    }

    boolean hasSchema(String name) {
        return document.root().at(SCHEMAS + name).isObject();
    }

    /** What is wrong with a message. */
    List<Error> violations(String schema, JsonNode message) {
        return validate(ContractJson.mapper().createObjectNode().put("$ref", "#" + SCHEMAS + schema), message);
    }

    /** What is wrong with the examples of a media type. */
    List<Error> wrongExamples(JsonNode mediaType) {
        List<Error> wrong = new ArrayList<>();
        mediaType
                .path("examples")
                .forEach(
                        example -> wrong.addAll(validate((ObjectNode) mediaType.get("schema"), example.path("value"))));
        return wrong;
    }

    private List<Error> validate(ObjectNode schema, JsonNode message) {
        ObjectNode withRoot = schema.deepCopy();
        withRoot.set("components", document.root().get("components"));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30())
                .getSchema(withRoot)
                .validate(message);
    }

    /**
     * What comes of a request; of an answer that has no end, only its status.
     *
     * @param type of the body; null with no body
     */
    Resultado send(String method, String path, String type, String body, String... headers)
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
        HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream answer = response.body()) {
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Resultado(
                    response.statusCode(), json ? new String(answer.readAllBytes(), StandardCharsets.UTF_8) : "");
        }
    }

    /** An answer; its body is empty if it is no JSON. */
    record Resultado(int status, String body) {

        JsonNode json() throws IOException {
            return ContractJson.mapper().readTree(body);
        }
    }
}
