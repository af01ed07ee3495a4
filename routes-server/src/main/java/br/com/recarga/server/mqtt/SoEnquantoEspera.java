package br.com.recarga.server.mqtt;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Knows what is under way, and forgets it with its answer: whoever has not got that repeats the request, and is answered anew.
 * It has no bound of its own, as what is under way waits in a queue that has one.
 */
final class SoEnquantoEspera extends ServiceSupport implements IdempotentRepository {

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @Override
    public boolean add(String key) {
        return underWay.add(key);
    }

    @Override
    public boolean contains(String key) {
        return underWay.contains(key);
    }

    @Override
    public boolean remove(String key) {
        return underWay.remove(key);
    }

    @Override
    public boolean confirm(String key) {
        return remove(key);
    }

    @Override
    public void clear() {
        underWay.clear();
    }
}
