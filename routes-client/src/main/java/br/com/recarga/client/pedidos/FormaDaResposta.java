package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Conector;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a server's reply must be to be believed: a field that the contract's records know has the type that they give it, a text
 * can go into a log or a terminal as it is, and a server speaks only for itself and of what it was asked. What a peer adds to
 * the contract is not looked at, and a word that a later one may use, such as a code, only has to be one.
 */
final class FormaDaResposta {

    /** In bytes, of one message: some 300 points, each taken 40 times in seven days. */
    static final int MAXIMO_DE_UMA_LISTA = 1024 * 1024;

    /** In bytes: the refusal of 20 stops, each with what could be had instead. */
    static final int MAXIMO = 256 * 1024;

    /** In characters, of one text. */
    static final int TEXTO_MAXIMO = 1000;

    private static final String PARADAS = "paradas";
    private static final String CONECTOR = "tipo_conector";
    private static final String INSTANTE = "0000-00-00T00:00";
    /** With nanoseconds, and an offset to the second. */
    private static final int INSTANTE_MAXIMO = "0000-00-00T00:00:00.000000000+00:00:00".length();

    private static final Pattern PALAVRA = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private static final Map<Type, Tipo> SIMPLES = Map.of(
            String.class, (valor, serverId) -> seNao(ehTexto(valor)),
            Integer.class, (valor, serverId) -> seNao(valor.isInt()),
            Double.class, (valor, serverId) -> seNao(valor.isNumber() && Double.isFinite(valor.doubleValue())),
            Boolean.class, (valor, serverId) -> seNao(valor.isBoolean()),
            OffsetDateTime.class, (valor, serverId) -> seNao(ehInstante(valor)));

    private static final Map<String, Tipo> RESPOSTA =
            campos(Resposta.class, PostosResponse.class, ReservasResponse.class);

    private FormaDaResposta() {}

    /** How many bytes a reply may have. */
    static int maximo(Operacao operacao) {
        return operacao.consulta() ? MAXIMO_DE_UMA_LISTA : MAXIMO;
    }

    /**
     * Looks at a reply, and writes its plugs in their one spelling. Without its stops, if they are garbled: what became of a
     * trip at a server its code alone tells, and to ask again would change nothing.
     *
     * @param requestId of the request that it answers
     * @param serverId of the server that was asked
     * @return the path of a field that is wrong or missing; null: none
     */
    static String errado(ObjectNode resposta, Operacao operacao, String requestId, String serverId) {
        String errado = errado(resposta, RESPOSTA, serverId);
        if (errado != null && errado.startsWith(PARADAS)) {
            resposta.remove(PARADAS);
            errado = errado(resposta, RESPOSTA, serverId);
        }
        if (errado != null) {
            return errado;
        }
        if (resposta.hasNonNull("request_id")
                && !resposta.get("request_id").textValue().equals(requestId)) {
            return "request_id";
        }
        String status = resposta.path("status").asText("");
        if (resposta.hasNonNull("status") && !status.equals("sucesso") && !status.equals("erro")) {
            return "status";
        }
        Codigo codigo = Codigo.da(resposta);
        if (codigo != null && resposta.hasNonNull("status") && (codigo == Codigo.OK) != status.equals("sucesso")) {
            return "codigo";
        }
        return diz(resposta, operacao) ? null : "status";
    }

    /** Whether it is an answer at all to what was asked. */
    private static boolean diz(ObjectNode resposta, Operacao operacao) {
        return switch (operacao) {
            case LISTAR ->
                resposta.hasNonNull("postos")
                        // the points are as they were
                        || resposta.hasNonNull("versao")
                        || resposta.path("status").asText().equals("erro");
            case CONSULTAR -> resposta.hasNonNull("reservas") || temDesfecho(resposta);
            default -> temDesfecho(resposta);
        };
    }

    private static boolean temDesfecho(ObjectNode resposta) {
        return resposta.hasNonNull("status") || resposta.hasNonNull("codigo");
    }

    private static String errado(ObjectNode objeto, Map<String, Tipo> campos, String serverId) {
        for (Map.Entry<String, JsonNode> campo : objeto.properties()) {
            Tipo tipo = campos.get(campo.getKey());
            if (tipo == null) {
                if (!ehInteiro(campo.getKey()) || !ehInteiro(campo.getValue())) {
                    return "(unknown)";
                }
                continue;
            }
            String errado = campo.getValue().isNull() ? null : tipo.errado(campo.getValue(), serverId);
            if (errado != null) {
                return campo.getKey() + errado;
            }
            if (campo.getKey().equals(CONECTOR) && !campo.getValue().isNull()) {
                campo.setValue(
                        TextNode.valueOf(Conector.normalizar(campo.getValue().textValue())));
            }
        }
        return null;
    }

    /** Of what the records know, by its name on the wire, and of whose it is, which nobody tells of another. */
    private static Map<String, Tipo> campos(Class<?>... records) {
        Map<String, Tipo> campos = new HashMap<>();
        for (Class<?> type : records) {
            for (RecordComponent component : type.getRecordComponents()) {
                campos.put(SnakeCaseStrategy.INSTANCE.translate(component.getName()), tipo(component.getGenericType()));
            }
        }
        campos.put("server_id", (valor, serverId) -> seNao(serverId.equals(valor.textValue())));
        campos.computeIfPresent(
                "reserva_id",
                (name, texto) -> (valor, serverId) -> texto.errado(valor, serverId) == null
                                && ReservaId.servidor(valor.textValue())
                                        .filter(outro -> !outro.equals(serverId))
                                        .isEmpty()
                        ? null
                        : "");
        return Map.copyOf(campos);
    }

    private static Tipo tipo(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return lista(campos((Class<?>) list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            Map<String, Tipo> campos = campos(record);
            return (valor, serverId) -> elemento(valor, campos, serverId, "");
        }
        if (type instanceof Class<?> one && one.isEnum()) {
            return (valor, serverId) -> seNao(
                    valor.isTextual() && PALAVRA.matcher(valor.textValue()).matches());
        }
        return SIMPLES.get(type);
    }

    private static Tipo lista(Map<String, Tipo> campos) {
        return (valor, serverId) -> {
            if (!(valor instanceof ArrayNode elementos)) {
                return "";
            }
            for (int i = 0; i < elementos.size(); i++) {
                String errado = elemento(elementos.get(i), campos, serverId, "[" + i + "]");
                if (errado != null) {
                    return errado;
                }
            }
            return null;
        };
    }

    private static String elemento(JsonNode valor, Map<String, Tipo> campos, String serverId, String onde) {
        if (!(valor instanceof ObjectNode objeto)) {
            return onde;
        }
        String errado = errado(objeto, campos, serverId);
        return errado == null ? null : onde + "." + errado;
    }

    private static String seNao(boolean certo) {
        return certo ? null : "";
    }

    /** As {@link br.com.recarga.contract.validation.SemControle} says, and not longer than what people read. */
    private static boolean ehTexto(JsonNode valor) {
        if (!valor.isTextual() || valor.textValue().length() > TEXTO_MAXIMO) {
            return false;
        }
        String texto = valor.textValue();
        // no stream: all the texts of all the points of a list come by here
        for (int i = 0; i < texto.length(); i += Character.charCount(texto.codePointAt(i))) {
            if (!seMostra(texto.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean seMostra(int c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Half a character cannot be written again: nobody would get an answer of which it is a part. */
    private static boolean ehInteiro(JsonNode valor) {
        return valor.isTextual()
                ? ehInteiro(valor.textValue())
                : valor.propertyStream().map(Map.Entry::getKey).allMatch(FormaDaResposta::ehInteiro)
                        && valor.valueStream().allMatch(FormaDaResposta::ehInteiro);
    }

    private static boolean ehInteiro(String texto) {
        return texto.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** Whether it looks like ISO-8601 with an offset; to read every one of an agenda would take longer than all the rest. */
    private static boolean ehInstante(JsonNode valor) {
        String texto = valor.asText();
        if (!valor.isTextual() || texto.length() <= INSTANTE.length() || texto.length() > INSTANTE_MAXIMO) {
            return false;
        }
        for (int i = 0; i < texto.length(); i++) {
            char c = texto.charAt(i);
            boolean certo = i < INSTANTE.length()
                    ? INSTANTE.charAt(i) == (isDigit(c) ? '0' : c)
                    : isDigit(c) || ":.+-Z".indexOf(c) >= 0;
            if (!certo) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What a field may hold. */
    @FunctionalInterface
    private interface Tipo {

        /** @return the path from the field to what is wrong in it, empty for itself; null: nothing is */
        String errado(JsonNode valor, String serverId);
    }
}
