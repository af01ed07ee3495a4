package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.platform.TimeOrderedId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;

/**
 * What an HTTP request brings: its path, its query, its body. What cannot be read is refused by name: a filter that is
 * passed over would show more than was asked for, and nobody would know.
 */
public final class Entrada {

    /** The HTTP header whose value becomes the request's id. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern INTEIRO = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMERO = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?");

    private static final int CODIGO_MAXIMO = 64;

    private Entrada() {}

    /**
     * @return null if the parameter is absent
     * @throws PedidoRecusado if it is empty: whoever leaves out a value by mistake would be shown everything
     */
    public static String texto(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        if (value != null && value.isEmpty()) {
            throw PedidoRecusado.campo(name, "não pode ser vazio");
        }
        return value;
    }

    /** @return null if it is absent or empty */
    private static String textoOuNada(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Where the caller is, as numbers; only of the message that has come in, which a step may replace. */
    public static String endereco(Exchange exchange) {
        return exchange.getMessage(PlatformHttpMessage.class).getRequest().getRemoteAddr();
    }

    /** First step of what changes something: the caller's key makes a repetition harmless; without one every call is new. */
    public static void identificar(Exchange exchange) {
        HttpReplies.REQUEST_ID.set(exchange, idDoPedido(exchange));
    }

    /** First step of what only asks: every call is new. */
    public static void identificarNovo(Exchange exchange) {
        HttpReplies.REQUEST_ID.set(exchange, idNovo());
    }

    /** The id of a request: the caller's key, or a new one. */
    public static String idDoPedido(Exchange exchange) {
        String chave = exchange.getMessage().getHeader(IDEMPOTENCY_KEY, String.class);
        if (chave != null && !chave.matches(RequestId.REGEXP)) {
            throw PedidoRecusado.campo(IDEMPOTENCY_KEY, "deve ter de 1 a 128 caracteres ASCII visíveis, sem espaços");
        }
        return chave == null ? idNovo() : chave;
    }

    private static String idNovo() {
        return TimeOrderedId.next().toString();
    }

    /**
     * The code of a reservation: the header counts before the parameter.
     *
     * @return null if none is shown
     */
    public static String codigoReserva(Exchange exchange) {
        String name = textoOuNada(exchange, CodigoReserva.CABECALHO) == null
                ? CodigoReserva.PARAMETRO
                : CodigoReserva.CABECALHO;
        String value = textoOuNada(exchange, name);
        if (value != null && value.length() > CODIGO_MAXIMO) {
            throw PedidoRecusado.campo(name, "deve ter de 0 a %d caracteres".formatted(CODIGO_MAXIMO));
        }
        return value;
    }

    /** @return null if the parameter is absent */
    public static Boolean logico(Exchange exchange, String name) {
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

    /** @return null if the parameter is absent */
    public static Integer inteiro(Exchange exchange, String name) {
        String value = texto(exchange, name);
        if (value == null) {
            return null;
        }
        long number = INTEIRO.matcher(value).matches() ? Long.parseLong(value) : Long.MAX_VALUE;
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw PedidoRecusado.campo(name, "deve ser um número inteiro");
        }
        return (int) number;
    }

    /** @return null if the parameter is absent */
    public static OffsetDateTime instante(Exchange exchange, String name) {
        String value = texto(exchange, name);
        try {
            return value == null ? null : OffsetDateTime.parse(comMais(value));
        } catch (DateTimeParseException notIso) {
            throw PedidoRecusado.campo(name, "deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00");
        }
    }

    /** @return null if the parameter is absent */
    public static <E extends Enum<E>> E umDe(Exchange exchange, String name, Class<E> values) {
        String value = texto(exchange, name);
        try {
            return value == null ? null : Enum.valueOf(values, value);
        } catch (IllegalArgumentException unknown) {
            throw PedidoRecusado.campo(name, "deve ser um de " + EnumSet.allOf(values));
        }
    }

    /** Whether there is a body; it can still be read afterwards. */
    private static boolean temCorpo(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        exchange.getMessage().setBody(body);
        return body != null && body.length > 0;
    }

    /**
     * The body, in which a door may fill in what its caller may leave out. Without one, the fields are those of the query,
     * as the original's peers send them.
     *
     * @param type the record as which it will be read
     * @throws PedidoRecusado if there is neither
     */
    public static ObjectNode objeto(Exchange exchange, Class<?> type) throws IOException {
        ObjectNode object = objetoOuNada(exchange, type);
        if (object.isEmpty() && !temCorpo(exchange)) {
            throw semObjeto();
        }
        return object;
    }

    /** The same where nothing need be said: without a body and a query it is empty. */
    public static ObjectNode objetoOuNada(Exchange exchange, Class<?> type) throws IOException {
        if (!temCorpo(exchange)) {
            return daConsulta(exchange, type);
        }
        ObjectNode object =
                ContractJson.mapper().readValue(exchange.getMessage().getBody(byte[].class), ObjectNode.class);
        if (object == null) {
            // the literal null
            throw semObjeto();
        }
        return object;
    }

    private static PedidoRecusado semObjeto() {
        return new PedidoRecusado(Codigo.JSON_INVALIDO, "O corpo deve ser um objeto JSON");
    }

    public static <T> T corpo(Exchange exchange, Class<T> type) throws IOException {
        return corpo(objeto(exchange, type), type);
    }

    public static <T> T corpo(ObjectNode body, Class<T> type) throws IOException {
        return ContractJson.mapper().treeToValue(body, type);
    }

    /** A step that leaves the body as this record. */
    public static <T> Processor ler(Class<T> type) {
        return exchange -> exchange.getMessage().setBody(corpo(exchange, type));
    }

    /** Fills in what the path or the server itself says already; a body that says otherwise is refused. */
    public static void igualOuAusente(ObjectNode body, String field, Object value) {
        JsonNode expected = ContractJson.mapper().valueToTree(value);
        if (body.hasNonNull(field) && !body.get(field).equals(expected)) {
            throw PedidoRecusado.campo(field, "deve ser %s, ou faltar".formatted(value));
        }
        body.set(field, expected);
    }

    /** Fills in what the body does not say; null: nothing. */
    public static void seAusente(ObjectNode body, String field, String value) {
        if (value != null && !body.hasNonNull(field)) {
            body.put(field, value);
        }
    }

    /** The fields of a record among the parameters, each of its type; those of a record in it stand flat beside the others. */
    private static ObjectNode daConsulta(Exchange exchange, Class<?> type) {
        ObjectNode object = ContractJson.mapper().createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCaseStrategy.INSTANCE.translate(component.getName());
            if (component.getType().isRecord()) {
                ObjectNode nested = daConsulta(exchange, component.getType());
                if (!nested.isEmpty()) {
                    object.set(name, nested);
                }
            } else if (texto(exchange, name) != null) {
                por(exchange, object, name, component.getType());
            }
        }
        return object;
    }

    private static void por(Exchange exchange, ObjectNode object, String name, Class<?> type) {
        String value = texto(exchange, name);
        if (type == Integer.class) {
            object.put(name, inteiro(exchange, name));
        } else if (type == Double.class) {
            object.put(name, numero(name, value));
        } else if (type == Boolean.class) {
            object.put(name, logico(exchange, name));
        } else {
            object.put(name, type == OffsetDateTime.class ? comMais(value) : value);
        }
    }

    /** As in JSON: no hexadecimal, no NaN. */
    private static double numero(String name, String value) {
        if (!NUMERO.matcher(value).matches()) {
            throw PedidoRecusado.campo(name, "deve ser um número");
        }
        return new BigDecimal(value).doubleValue();
    }

    /** In a query a plus sign that nobody has encoded means a blank. */
    private static String comMais(String time) {
        return time.replace(' ', '+');
    }
}
