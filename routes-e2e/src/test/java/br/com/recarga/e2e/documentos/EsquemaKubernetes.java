package br.com.recarga.e2e.documentos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What Kubernetes takes, as its own client has it, which is generated from the API's OpenAPI document: a class for each kind, with
 * the names, the types and the required fields.
 */
final class EsquemaKubernetes {

    private static final String APIS = "io.kubernetes.client.openapi.apis.";
    private static final JsonMapper JACKSON = new JsonMapper();

    private EsquemaKubernetes() {}

    /**
     * Reads a document as the API would. What is understood is written again, and has to say the same: the reader takes a text for a
     * number, and a number for a text.
     *
     * @throws IllegalArgumentException if the API would refuse it, or forget a part of it
     */
    static void check(JsonNode document) {
        Class<?> model = model(
                document.path("apiVersion").asText(), document.path("kind").asText());
        try {
            JsonElement json = JsonParser.parseString(document.toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            JsonNode understood = JACKSON.readTree(JSON.serialize(JSON.deserialize(document.toString(), model)));
            if (!withoutEmpty(understood).equals(withoutEmpty(document))) {
                throw new IllegalArgumentException("%s is understood as %s".formatted(document, understood));
            }
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (Exception refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /** The reader gives empty lists and maps to whoever says nothing. */
    private static JsonNode withoutEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JACKSON.createObjectNode();
            object.properties().forEach(field -> {
                JsonNode value = withoutEmpty(field.getValue());
                if (!value.isContainerNode() || !value.isEmpty()) {
                    kept.set(field.getKey(), value);
                }
            });
            return kept;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = JACKSON.createArrayNode();
            array.forEach(element -> kept.add(withoutEmpty(element)));
            return kept;
        }
        return node;
    }

    /** By the operation that makes one: {@code AppsV1Api.createNamespacedDeployment}. */
    private static Class<?> model(String apiVersion, String kind) {
        String[] parts = apiVersion.split("/");
        String group = parts.length == 1 ? "core" : parts[0].replaceFirst("\\.k8s\\.io$", "");
        String api = APIS + capital(group) + capital(parts[parts.length - 1]) + "Api";
        try {
            return Stream.of(Class.forName(api).getMethods())
                    .filter(method -> method.getName().equals("createNamespaced" + kind))
                    .map(Method::getParameterTypes)
                    .map(types -> types[types.length - 1])
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(apiVersion + " has no " + kind));
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("Kubernetes has no " + apiVersion, unknown);
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
