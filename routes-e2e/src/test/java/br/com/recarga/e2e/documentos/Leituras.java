package br.com.recarga.e2e.documentos;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.HeadersMapFactory;
import org.apache.camel.util.CaseInsensitiveMap;

/**
 * What routes read of the headers of their messages, which a request's parameters become: by name, and by the operation that
 * the request names in {@link #OPERACAO}. What is read after a step that a request did not get to is not seen, nor is what
 * goes through all headers.
 */
final class Leituras implements HeadersMapFactory {

    static final String OPERACAO = "X-Operacao";

    private final Map<String, Set<String>> lidos = new ConcurrentHashMap<>();

    static Leituras em(CamelContext camel) {
        Leituras leituras = new Leituras();
        camel.getCamelContextExtension().setHeadersMapFactory(leituras);
        return leituras;
    }

    /** The names that were read, in capitals as they came. */
    Set<String> de(String operacao) {
        return new TreeSet<>(lidos.getOrDefault(operacao, Set.of()));
    }

    @Override
    public Map<String, Object> newMap() {
        return new Cabecalhos();
    }

    @Override
    public Map<String, Object> newMap(Map<String, Object> map) {
        Cabecalhos copy = new Cabecalhos();
        copy.putAll(map);
        return copy;
    }

    @Override
    public boolean isInstanceOf(Map<String, Object> map) {
        return map instanceof Cabecalhos;
    }

    @Override
    public boolean isCaseInsensitive() {
        return true;
    }

    private final class Cabecalhos extends CaseInsensitiveMap {

        private static final long serialVersionUID = 1L;

        @Override
        public Object get(Object name) {
            if (super.get(OPERACAO) instanceof String operacao) {
                lidos.computeIfAbsent(operacao, first -> ConcurrentHashMap.newKeySet())
                        .add((String) name);
            }
            return super.get(name);
        }
    }
}
