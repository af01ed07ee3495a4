package br.com.recarga.platform.erros;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Resposta;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import java.io.CharConversionException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.LoggerFactory;

/**
 * The one mapping from failures to replies. What a requester did wrong is said field by field; of what went wrong inside
 * nothing is told but the code.
 */
public final class ErrorReplies {

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(ErrorReplies.class));
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Integer.class, "deve ser um número inteiro",
            Double.class, "deve ser um número",
            String.class, "deve ser um texto",
            Boolean.class, "deve ser true ou false",
            OffsetDateTime.class, "deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00",
            LocalDateTime.class, "deve ser data e hora ISO-8601 sem fuso, como 2026-12-24T14:00:00");

    private final Predicate<Throwable> unavailable;
    private final Function<Throwable, Optional<PedidoRecusado>> refused;

    /**
     * @param unavailable tells the failures of what this process itself depends on, such as its database, all of which
     *     mean {@link Codigo#SERVIDOR_INDISPONIVEL}
     */
    public ErrorReplies(Predicate<Throwable> unavailable) {
        this(unavailable, failure -> Optional.empty());
    }

    /**
     * @param refused tells those of them that are an answer, such as of a database that decides something by itself
     */
    public ErrorReplies(Predicate<Throwable> unavailable, Function<Throwable, Optional<PedidoRecusado>> refused) {
        this.unavailable = unavailable;
        this.refused = refused;
    }

    /**
     * @param requestId of the request that failed; null if it could not be read
     * @param serverId of the server that it was for; null if unknown
     */
    public Resposta replyTo(Throwable failure, String requestId, String serverId) {
        return replyTo(failure, requestId, serverId, "");
    }

    /**
     * @param flattened prefix that the paths of invalid fields lose, because the requester wrote them without it
     */
    public Resposta replyTo(Throwable failure, String requestId, String serverId, String flattened) {
        PedidoRecusado recusa = recusa(failure, requestId, flattened);
        return Resposta.de(requestId, serverId, recusa.codigo(), recusa.getMessage())
                .erros(recusa.erros())
                .alternativas(recusa.alternativas())
                .build();
    }

    private PedidoRecusado recusa(Throwable failure, String requestId, String flattened) {
        if (failure instanceof PedidoRecusado recusa) {
            return recusa;
        }
        if (failure instanceof BeanValidationException invalid) {
            return new PedidoRecusado(Codigo.DADOS_INVALIDOS, PedidoRecusado.INVALIDO, fields(invalid, flattened));
        }
        if (failure instanceof CharConversionException || failure instanceof JsonProcessingException) {
            return unreadable(failure);
        }
        if (failure instanceof ExchangeTimedOutException) {
            return new PedidoRecusado(Codigo.TEMPO_ESGOTADO, "O servidor não respondeu a tempo; o resultado é incerto");
        }
        if (failure instanceof RejectedExecutionException
                || isReason(failure, MqttClientException.REASON_CODE_MAX_INFLIGHT)) {
            return new PedidoRecusado(Codigo.LIMITE_EXCEDIDO, "Há pedidos demais em andamento; tente de novo");
        }
        if (isReason(failure, MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE)) {
            return new PedidoRecusado(
                    Codigo.LIMITE_EXCEDIDO,
                    "O pedido, ou a sua resposta, não cabe numa mensagem deste broker; peça menos de uma vez, e uma lista em partes");
        }
        Optional<PedidoRecusado> decided =
                causes(failure).map(refused).flatMap(Optional::stream).findFirst();
        if (decided.isPresent()) {
            return decided.get();
        }
        // also if it was passed on inside of another, as by a saga or whatever else goes on asynchronously
        if (failure instanceof MqttException || causes(failure).anyMatch(unavailable)) {
            LOG.warn("Request %s refused".formatted(requestId), failure);
            return new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "O servidor está indisponível no momento");
        }
        LOG.error("Request %s failed".formatted(requestId), failure);
        return new PedidoRecusado(Codigo.ERRO_INTERNO, "Erro interno");
    }

    private static boolean isReason(Throwable failure, int reasonCode) {
        return failure instanceof MqttException e && e.getReasonCode() == reasonCode;
    }

    /** It and what it comes from. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static PedidoRecusado unreadable(Throwable failure) {
        if (causes(failure).anyMatch(ErrorReplies::isNoJson)
                || !(failure instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return new PedidoRecusado(Codigo.JSON_INVALIDO, "O corpo não é um objeto JSON válido");
        }
        String campo = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        Class<?> target = failure instanceof MismatchedInputException e ? e.getTargetType() : null;
        String expected = target == null ? null : EXPECTED.get(target);
        return PedidoRecusado.campo(campo, expected == null ? "tem formato inválido" : expected);
    }

    private static boolean isNoJson(Throwable failure) {
        return failure instanceof JsonParseException
                || failure instanceof StreamConstraintsException
                || failure instanceof CharConversionException;
    }

    private static List<ErroCampo> fields(BeanValidationException invalid, String flattened) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new ErroCampo(path(violation, flattened), violation.getMessage()))
                .sorted(Comparator.comparing(ErroCampo::campo).thenComparing(ErroCampo::mensagem))
                .toList();
    }

    /** As spelled on the wire, where an element of a list has a number and no name. */
    private static String path(ConstraintViolation<?> violation, String flattened) {
        String path = SnakeCaseStrategy.INSTANCE
                .translate(violation.getPropertyPath().toString())
                .replace(".<list element>", "");
        return path.startsWith(flattened) ? path.substring(flattened.length()) : path;
    }
}
