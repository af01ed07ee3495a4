package br.com.recarga.server.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Knows the requests that wait or are being answered, and forgets each with its answer: whoever has not got that repeats the
 * request, and is answered anew. It has no bound of its own, as what is under way waits in a queue that has one.
 */
final class PedidosEmCurso extends ServiceSupport implements IdempotentRepository {

    /** MQTT counts how long a message lasts in whole seconds: a repetition may seem to last so much longer. */
    private static final long ARREDONDADO_S = 1;

    private final Map<String, Instant> emCurso = new ConcurrentHashMap<>();

    /**
     * What a request has in common with a repetition of itself and with nothing else: whom its answer goes to, and all that
     * it says. Without Correlation Data nobody could tell that one answer from two.
     */
    static String chave(Exchange exchange) {
        Destino destino = ResponderRoute.DESTINO.get(exchange);
        return destino.correlacao() == null
                ? exchange.getExchangeId()
                : "%s\n%s\n%s\n%s"
                        .formatted(
                                PedidosRoute.PEDIDO.get(exchange).operacao(),
                                destino.topico(),
                                new String(destino.correlacao(), StandardCharsets.ISO_8859_1),
                                DigestUtils.sha256Hex(exchange.getMessage().getBody(byte[].class)));
    }

    /** One that lasts longer than the one that waits may be answered when that one is not any more. */
    @Override
    public boolean add(Exchange exchange, String key) {
        Instant fim = fim(exchange);
        Instant before = emCurso.putIfAbsent(key, fim);
        return before == null || fim.isAfter(before.plusSeconds(ARREDONDADO_S)) && emCurso.replace(key, before, fim);
    }

    private static Instant fim(Exchange exchange) {
        Instant expira = PedidosRoute.PEDIDO.get(exchange).expira();
        // far enough, and a second can still be added to it
        return expira == null ? Instant.ofEpochSecond(Integer.MAX_VALUE) : expira;
    }

    @Override
    public boolean add(String key) {
        throw new UnsupportedOperationException("a request is more than its key");
    }

    @Override
    public boolean contains(String key) {
        return emCurso.containsKey(key);
    }

    @Override
    public boolean remove(String key) {
        return emCurso.remove(key) != null;
    }

    /** A copy that was not let in takes nothing away, and neither does one in whose place a longer one waits. */
    @Override
    public boolean confirm(Exchange exchange, String key) {
        return !ehCopia(exchange) && emCurso.remove(key, fim(exchange));
    }

    @Override
    public boolean remove(Exchange exchange, String key) {
        return confirm(exchange, key);
    }

    @Override
    public boolean confirm(String key) {
        return remove(key);
    }

    @Override
    public void clear() {
        emCurso.clear();
    }

    static boolean ehCopia(Exchange exchange) {
        return exchange.getProperty(Exchange.DUPLICATE_MESSAGE, false, Boolean.class);
    }
}
