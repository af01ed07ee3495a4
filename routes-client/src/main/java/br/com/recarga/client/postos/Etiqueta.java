package br.com.recarga.client.postos;

import br.com.recarga.client.pedidos.ListaEscrita;
import br.com.recarga.client.pedidos.Respostas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.ETag;

/**
 * Tells answers about points from each other: the {@code ETag} of all that one says but the id of its request. A list of a server that
 * gives it no version, as the original, would have to be digested each time; such an answer has none.
 */
final class Etiqueta {

    private static final String REQUEST_ID = "request_id";
    private static final String POSTOS = "postos";

    private Etiqueta() {}

    /** Of one server's reply; null, if it has none. */
    static ETag deUm(ObjectNode reply) {
        if (!(reply.get(POSTOS) instanceof ListaEscrita lista)) {
            return null;
        }
        StringBuilder dito = new StringBuilder(lista.resumo());
        reply.properties().stream()
                .filter(field ->
                        !field.getKey().equals(POSTOS) && !field.getKey().equals(REQUEST_ID))
                .forEach(dito::append);
        return de(dito);
    }

    /** Of what came from several; null, if it has none. */
    static ETag deTodos(Respostas respostas) {
        StringBuilder dito = new StringBuilder();
        for (Map.Entry<String, ObjectNode> ouvida : respostas.ouvidas().entrySet()) {
            if (!(ouvida.getValue().get(POSTOS) instanceof ListaEscrita lista)) {
                return null;
            }
            dito.append(ouvida.getKey()).append(' ').append(lista.resumo()).append(' ');
        }
        return de(dito.append(respostas.caladas().keySet()));
    }

    /** Weak, as the id of the request is another each time. */
    private static ETag de(CharSequence dito) {
        return new ETag(DigestUtils.sha256Hex(dito.toString()), true);
    }
}
