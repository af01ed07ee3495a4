package br.com.recarga.client.pedidos;

import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.platform.erros.PedidoRecusado;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * The last step before a valid {@link Pedido} is published: nothing is, if its server is away or would not understand it.
 * Tells the endpoint the request's id, and the error replies whose request it was.
 */
@Component
public class PrepararPedido implements Processor {

    private final Servidores servidores;

    PrepararPedido(Servidores servidores) {
        this.servidores = servidores;
    }

    @Override
    public void process(Exchange exchange) {
        Pedido pedido = exchange.getMessage().getBody(Pedido.class);
        exchange.setVariable(HttpReplies.SERVER_ID, pedido.serverId());
        servidores.requireOnline(pedido.serverId());
        boolean original = servidores.isUnannounced(pedido.serverId());
        if (original && !(pedido instanceof PostosRequest || pedido instanceof ReservaRequest)) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_INDISPONIVEL,
                    "O servidor %s não se anuncia: como os originais, só lista e reserva".formatted(pedido.serverId()));
        }
        exchange.getMessage().setHeader(MqttRequestComponent.REQUEST_ID, pedido.requestId());
        // an original server takes the repetition of a request for an error, although it has reserved
        exchange.getMessage().setHeader(MqttRequestComponent.ONCE, original);
    }
}
