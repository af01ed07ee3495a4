package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.erros.PedidoRecusado;
import org.apache.camel.Exchange;

/** The body of an HTTP request, once it has been read as JSON. */
public final class Corpo {

    private Corpo() {}

    /** @throws PedidoRecusado if there is none, or only the literal null */
    public static <T> T exigir(Exchange exchange, Class<T> type) {
        T body = exchange.getMessage().getBody(type);
        if (body == null) {
            throw new PedidoRecusado(Codigo.JSON_INVALIDO, "O corpo deve ser um objeto JSON");
        }
        return body;
    }
}
