package br.com.recarga.client.pedidos;

import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The first step of every use case: the request gets its id. */
public final class IdentificarPedido {

    /** The HTTP header whose value becomes the request's id. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private IdentificarPedido() {}

    /** For what changes something: the caller's key makes a repetition harmless; without one every call is new. */
    public static void pelaChave(Exchange exchange) {
        String key = Entrada.chave(exchange, IDEMPOTENCY_KEY);
        HttpReplies.REQUEST_ID.set(exchange, key == null ? UUID.randomUUID().toString() : key);
    }

    /** For what only asks: every call is new. */
    public static void novo(Exchange exchange) {
        HttpReplies.REQUEST_ID.set(exchange, UUID.randomUUID().toString());
    }
}
