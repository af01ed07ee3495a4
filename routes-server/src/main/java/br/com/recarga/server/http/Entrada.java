package br.com.recarga.server.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.erros.PedidoRecusado;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import org.apache.camel.Exchange;

/** What an HTTP request brings: its path, its query, its body. What cannot be read is refused by name. */
final class Entrada {

    private Entrada() {}

    /** @return null if the parameter is absent or empty */
    static String texto(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isEmpty() ? null : value;
    }

    /** @return null if the parameter is absent or empty */
    static Boolean logico(Exchange exchange, String name) {
        String value = texto(exchange, name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw PedidoRecusado.campo(name, "deve ser true ou false");
        };
    }

    /** @return null if the parameter is absent or empty */
    static Integer inteiro(Exchange exchange, String name) {
        String value = texto(exchange, name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw PedidoRecusado.campo(name, "deve ser um número inteiro");
        }
    }

    /** @return null if the parameter is absent or empty */
    static OffsetDateTime instante(Exchange exchange, String name) {
        String value = texto(exchange, name);
        try {
            // in a query a plus sign that nobody has encoded means a blank
            return value == null ? null : OffsetDateTime.parse(value.replace(' ', '+'));
        } catch (DateTimeParseException notIso) {
            throw PedidoRecusado.campo(name, "deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00");
        }
    }

    /** @return null if the parameter is absent or empty */
    static <E extends Enum<E>> E umDe(Exchange exchange, String name, Class<E> values) {
        String value = texto(exchange, name);
        try {
            return value == null ? null : Enum.valueOf(values, value);
        } catch (IllegalArgumentException unknown) {
            throw PedidoRecusado.campo(name, "deve ser um de " + EnumSet.allOf(values));
        }
    }

    /** Whether there is a body; it can still be read afterwards. */
    static boolean temCorpo(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        exchange.getMessage().setBody(body);
        return body != null && body.length > 0;
    }

    /** The body, in which a door may fill in what its caller may leave out. */
    static ObjectNode objeto(Exchange exchange) throws IOException {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        ObjectNode object = ContractJson.mapper().readValue(body == null ? new byte[0] : body, ObjectNode.class);
        if (object == null) {
            // the literal null
            throw new PedidoRecusado(Codigo.JSON_INVALIDO, "O corpo deve ser um objeto JSON");
        }
        return object;
    }

    static <T> T corpo(Exchange exchange, Class<T> type) throws IOException {
        return corpo(objeto(exchange), type);
    }

    static <T> T corpo(ObjectNode body, Class<T> type) throws IOException {
        return ContractJson.mapper().treeToValue(body, type);
    }

    /** Fills in what the path or the server itself says already; a body that says otherwise is refused. */
    static void igualOuAusente(ObjectNode body, String field, Object value) {
        JsonNode expected = ContractJson.mapper().valueToTree(value);
        if (body.hasNonNull(field) && !body.get(field).equals(expected)) {
            throw PedidoRecusado.campo(field, "deve ser %s, ou faltar".formatted(value));
        }
        body.set(field, expected);
    }

    /** Fills in what the body does not say; null: nothing. */
    static void seAusente(ObjectNode body, String field, String value) {
        if (value != null && !body.hasNonNull(field)) {
            body.put(field, value);
        }
    }
}
