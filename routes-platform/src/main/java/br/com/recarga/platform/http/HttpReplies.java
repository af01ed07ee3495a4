package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.erros.ErrorReplies;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The last step of every HTTP door: the reply as JSON with the HTTP status that its code stands for. */
public final class HttpReplies extends RouteConfigurationBuilder {

    /** Routes with this configuration answer their failures in the contract's error shape. */
    public static final String ID = "erros-http";

    /** The id of the request, once it is known. */
    public static final Variable<String> REQUEST_ID = Variable.of(HttpReplies.class, "request_id", String.class);

    /** The server that the request is for, once it is known. */
    public static final Variable<String> SERVER_ID = Variable.of(HttpReplies.class, "server_id", String.class);

    /** The part of a field's path that this door's flatter body does not have, such as {@code carro.}. */
    public static final Variable<String> FLATTENED = Variable.of(HttpReplies.class, "flattened", String.class);

    /** What the answer said, if it said a code. */
    public static final Variable<Codigo> CODIGO = Variable.of(HttpReplies.class, "codigo", Codigo.class);

    /** When whoever was told that something is not available may ask again: nothing of ours is away for long. */
    static final String RETRY_AFTER_S = "1";

    private final ErrorReplies errors;

    public HttpReplies(ErrorReplies errors) {
        this.errors = errors;
    }

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Throwable.class)
                .handled(true)
                .setBody(this::failure)
                .process(HttpReplies::reply);
    }

    private Object failure(Exchange exchange) {
        return errors.replyTo(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class),
                REQUEST_ID.get(exchange),
                SERVER_ID.get(exchange),
                Objects.requireNonNullElse(FLATTENED.get(exchange), ""));
    }

    /** Turns the body, a record of the contract or its JSON tree, into the HTTP answer. */
    public static void reply(Exchange exchange) throws JsonProcessingException {
        Object body = exchange.getMessage().getBody();
        Codigo codigo = body instanceof Resposta resposta ? resposta.codigo() : Codigo.OK;
        CODIGO.set(exchange, codigo);
        reply(exchange, codigo.httpStatus(), ContractJson.mapper().writeValueAsBytes(body));
        if (body instanceof Resposta resposta && resposta.tenteApos() != null) {
            retryAfter(exchange, resposta.tenteApos());
        }
    }

    /** Says in the answer when whoever was refused may ask again, if that is not in a moment. */
    public static void retryAfter(Exchange exchange, OffsetDateTime when) {
        HttpHeaders headers = new HttpHeaders();
        headers.setInstant(HttpHeaders.RETRY_AFTER, when.toInstant());
        exchange.getMessage().setHeader(HttpHeaders.RETRY_AFTER, headers.getFirst(HttpHeaders.RETRY_AFTER));
    }

    /**
     * Gives an answer its tag, so that it may be kept, if it is asked for again each time; and leaves out the rest (304), if the caller
     * has it already.
     *
     * @param known what its caller has, as in {@code If-None-Match} (RFC 9110); whatever is no tag is nothing
     */
    public static void unlessKnown(Exchange exchange, ETag tag, String known) {
        Message answer = exchange.getMessage();
        if (!Objects.equals(answer.getHeader(Exchange.HTTP_RESPONSE_CODE), HttpStatus.OK.value())) {
            return;
        }
        answer.setHeader(HttpHeaders.ETAG, tag.formattedTag());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (ETag.parse(known).stream().anyMatch(one -> one.isWildcard() || one.compare(tag, false))) {
            answer.setHeader(Exchange.HTTP_RESPONSE_CODE, HttpStatus.NOT_MODIFIED.value());
            answer.removeHeader(Exchange.CONTENT_TYPE);
            answer.setBody(null);
        }
    }

    /** The same for a record whose status does not follow from a code. */
    public static void reply(Exchange exchange, int httpStatus) throws JsonProcessingException {
        reply(
                exchange,
                httpStatus,
                ContractJson.mapper().writeValueAsBytes(exchange.getMessage().getBody()));
    }

    /** Answers with this status and JSON, and with none of the headers that the message gathered on its way. */
    public static void reply(Exchange exchange, int httpStatus, byte[] json) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, httpStatus);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        if (httpStatus == Codigo.SERVIDOR_INDISPONIVEL.httpStatus()
                || httpStatus == Codigo.LIMITE_EXCEDIDO.httpStatus()) {
            exchange.getMessage().setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        exchange.getMessage().setBody(json);
    }
}
