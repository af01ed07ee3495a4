package br.com.recarga.contract.documentos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of the documents in {@code docs/} that machines read, with its references followed. */
final class Documento {

    /** What a server hears and publishes. */
    static final Documento DO_SERVIDOR = new Documento("asyncapi.yaml");

    /** The same seen from everybody else. */
    static final Documento DO_CLIENTE = new Documento("asyncapi-cliente.yaml");

    /** What a server answers over HTTP. */
    static final Documento HTTP_DO_SERVIDOR = new Documento("openapi-server.yaml");

    /** What a client answers over HTTP. */
    static final Documento HTTP_DO_CLIENTE = new Documento("openapi-client.yaml");

    private static final String REF = "$ref";
    private static final String SCHEMAS = "/components/schemas/";

    private final String file;
    private final JsonNode root;

    private Documento(String file) {
        this.file = file;
        try {
            root = new YAMLMapper().readTree(Path.of("..", "docs", file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The entries of an object, each followed to what it refers to. */
    Stream<Map.Entry<String, JsonNode>> entries(String pointer) {
        return root.at(pointer).properties().stream().map(entry -> Map.entry(entry.getKey(), follow(entry.getValue())));
    }

    /**
     * What this node refers to; itself if it refers to nothing. What the clients' document does not have itself is the
     * servers': its channels are.
     */
    JsonNode follow(JsonNode node) {
        if (!node.has(REF)) {
            return node;
        }
        String ref = node.get(REF).asText();
        int pointer = ref.indexOf("#/");
        JsonNode target = pointer > 0 ? DO_SERVIDOR.walk(ref.substring(pointer + 2)) : walk(ref.substring(2));
        if (target.isMissingNode() && this == DO_CLIENTE) {
            return DO_SERVIDOR.follow(node);
        }
        assertThat(target.isMissingNode()).as(ref).isFalse();
        return target;
    }

    private JsonNode walk(String pointer) {
        JsonNode node = root;
        for (String step : pointer.split("/")) {
            node = follow(node.path(step));
        }
        return node;
    }

    /** The name of the schema that this node is or narrows; null if it has none. */
    static String named(JsonNode schema) {
        JsonNode ref = schema.has("allOf") ? schema.at("/allOf/0/$ref") : schema.path(REF);
        return ref.isMissingNode() ? null : ref.asText().substring(("#" + SCHEMAS).length());
    }

    /** A schema with what it refers to and narrows put together. */
    JsonNode merged(JsonNode schema) {
        ObjectNode all = new YAMLMapper().createObjectNode();
        if (schema.has(REF)) {
            all.setAll((ObjectNode) merged(follow(schema)));
        }
        schema.path("allOf").forEach(part -> all.setAll((ObjectNode) merged(part)));
        all.setAll((ObjectNode) schema);
        return all;
    }

    boolean hasSchema(String name) {
        return root.at(SCHEMAS + name).isObject();
    }

    JsonNode schema(String name) {
        assertThat(hasSchema(name)).as("schema %s", name).isTrue();
        return root.at(SCHEMAS + name);
    }

    List<String> schemas() {
        List<String> names = new ArrayList<>();
        root.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What is wrong with a message. */
    List<Error> violations(String schema, JsonNode message) {
        ObjectNode withRoot = new YAMLMapper().createObjectNode();
        withRoot.put(REF, "#" + SCHEMAS + schema);
        withRoot.set("components", root.get("components"));
        Schema compiled =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(withRoot);
        return compiled.validate(
                message, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
