package br.com.recarga.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An OpenAPI document as its readers in tests need it: what its operations share stands in each of them. */
public final class ApiDocument {

    private static final String REF = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode root;

    /** @param root the document; it is changed */
    public ApiDocument(JsonNode root) {
        this.root = root;
        inline(root.path("paths"));
    }

    /**
     * One method of a path.
     *
     * @param method in capitals
     * @param node its parameters, body and responses written out; schemas are still references
     */
    public record Operation(String method, String path, JsonNode node) {}

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> all.add(new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))));
        return all;
    }

    /** What this schema refers to; itself if it refers to nothing. */
    public JsonNode follow(JsonNode schema) {
        return schema.has(REF) ? follow(target(schema)) : schema;
    }

    private JsonNode target(JsonNode reference) {
        JsonNode target = root.at(reference.path(REF).asText().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException("nothing at " + reference.path(REF));
        }
        return target;
    }

    private void inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(written(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, written(array.get(i)));
            }
        }
    }

    private JsonNode written(JsonNode node) {
        JsonNode out = node.has(REF) && !node.path(REF).asText().startsWith(SCHEMAS) ? target(node) : node;
        inline(out);
        return out;
    }
}
