package br.com.recarga.e2e.documentos;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.ExchangePattern;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.MarshalDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SagaDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.UnmarshalDefinition;
import org.apache.camel.model.WhenDefinition;
import org.apache.camel.model.dataformat.JsonDataFormat;
import org.apache.camel.model.language.ExpressionDefinition;

/** What a step of a route is called in a diagram: its EIP, and its id or what it works on. */
final class Rotulos {

    /** What a condition is called that has neither a text nor a name. */
    static final String RULE = "regra";

    private Rotulos() {}

    /** A URI without its options, spelled as routes spell it. */
    static String plain(String uri) {
        String path = uri.replaceFirst("\\?.*", "")
                .replace("%7B", "{")
                .replace("%7D", "}")
                .replaceFirst("^([a-z0-9-]+)://", "$1:");
        return path.startsWith("rest:") ? path.replaceFirst("^(rest:[a-z]+:)/?", "$1/") : path;
    }

    /** As the route spells it, whichever way it does. */
    static String uri(ToDynamicDefinition dynamic) {
        return dynamic.getUri() == null ? dynamic.getEndpointProducerBuilder().getRawUri() : dynamic.getUri();
    }

    /** How an endpoint reads. */
    static String endpoint(String uri) {
        String plain = plain(uri);
        int colon = plain.indexOf(':');
        String path = plain.substring(colon + 1);
        return switch (plain.substring(0, Math.max(colon, 0))) {
            // the topic is the one in a header; an endpoint needs some name
            case "paho-mqtt5" ->
                path.equals("client") ? "MQTT: tópico do cabeçalho" : "MQTT " + path.replace(",", "<br/>");
            case "mqtt-request" -> "mqtt-request " + path;
            case "rest" -> rest(path);
            case "platform-http" -> "GET " + path;
            case "sql" -> "sql " + path.substring(path.lastIndexOf('/') + 1);
            case "timer", "scheduler" -> plain.replace(':', ' ');
            default -> plain.replaceFirst(":", ": ");
        };
    }

    private static String rest(String verbAndPath) {
        String[] parts = verbAndPath.split(":", 2);
        return parts[0].toUpperCase(Locale.ROOT) + " /"
                + parts[1].replace(":", "").replaceFirst("^/+", "");
    }

    static boolean is(String uri, String... schemes) {
        return List.of(schemes).contains(plain(uri).replaceFirst(":.*", ""));
    }

    /** The label of a step, of one or two lines. */
    static String step(ProcessorDefinition<?> step) {
        String id = step.hasCustomIdAssigned() ? step.getId() : null;
        if (step instanceof ToDynamicDefinition dynamic) {
            return two("toD " + endpoint(uri(dynamic)), id);
        }
        if (step instanceof SendDefinition<?> send) {
            String way =
                    send.getPattern() != null && send.getPattern().equals(ExchangePattern.InOut.name()) ? "InOut " : "";
            return two(way + endpoint(send.getEndpointUri()), id);
        }
        if (step instanceof UnmarshalDefinition unmarshal) {
            return two("unmarshal", type(unmarshal));
        }
        if (step instanceof MarshalDefinition) {
            return "marshal JSON";
        }
        if (step instanceof ProcessDefinition || step instanceof BeanDefinition) {
            return id == null ? "process" : id;
        }
        if (step instanceof SplitDefinition split && Boolean.parseBoolean(split.getParallelProcessing())) {
            return two("split, em paralelo", id);
        }
        // Camel's own name of it is that of its superclass
        return two(step instanceof SagaDefinition ? "saga" : step.getShortName(), id);
    }

    private static String type(UnmarshalDefinition unmarshal) {
        return ((JsonDataFormat) unmarshal.getDataFormatType())
                .getUnmarshalType()
                .getSimpleName();
    }

    private static String two(String what, String id) {
        return id == null ? what : what + "<br/>" + id;
    }

    /** When a branch is taken: its id, or what it compares. */
    static String when(WhenDefinition when) {
        return when.hasCustomIdAssigned() ? when.getId() : condition(when.getExpression());
    }

    /** What an expression compares; a rule in Java has no text, and is known by its id alone. */
    static String condition(ExpressionDefinition expression) {
        String text = expression.getExpression() == null ? String.valueOf(expression) : expression.getExpression();
        return text.contains("Lambda") ? RULE : text;
    }

    static String caught(CatchDefinition caught) {
        return "doCatch " + simpleNames(caught.getExceptions());
    }

    static String caught(OnExceptionDefinition caught) {
        return "onException " + simpleNames(caught.getExceptions());
    }

    private static String simpleNames(List<String> types) {
        return types.stream()
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "));
    }
}
