package br.com.recarga.server.http;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/** A {@link Pedido} of the contract from an HTTP request, in which what MQTT needs to be answered may be left out. */
@Component
class PedidoHttp {

    private static final String ID = "id";
    private static final String REQUEST_ID = "request_id";

    private final ServerSettings settings;

    PedidoHttp(ServerSettings settings) {
        this.settings = settings;
    }

    /** A step that leaves the body as this request: of the body, the reservation in the path, its code in a header or in the query. */
    <T extends Pedido> Processor ler(Class<T> type) {
        return exchange -> completar(exchange, type);
    }

    private <T extends Pedido> void completar(Exchange exchange, Class<T> type) throws IOException {
        String reservaId = Entrada.texto(exchange, ID);
        ObjectNode body = reservaId == null ? Entrada.objeto(exchange, type) : Entrada.objetoOuNada(exchange, type);
        if (reservaId != null) {
            Entrada.igualOuAusente(body, "reserva_id", reservaId);
            Entrada.seAusente(body, "motivo", Entrada.texto(exchange, "motivo"));
        }
        envelopar(exchange, body, type);
    }

    /** A {@code reserva_id} begins with its server; anything else is the {@code request_id} of the request that reserved. */
    void consulta(Exchange exchange) throws IOException {
        String id = Entrada.texto(exchange, ID);
        ObjectNode body = ContractJson.mapper().createObjectNode();
        boolean ours =
                ReservaId.servidor(id).filter(settings.serverId()::equals).isPresent();
        body.put(ours ? "reserva_id" : "request_id_original", id);
        envelopar(exchange, body, ReservasRequest.class);
    }

    private <T extends Pedido> void envelopar(Exchange exchange, ObjectNode body, Class<T> type) throws IOException {
        Entrada.seAusente(body, "codigo_reserva", Entrada.codigoReserva(exchange));
        Entrada.seAusente(body, REQUEST_ID, Entrada.idDoPedido(exchange));
        Entrada.seAusente(body, "client_id", settings.serverId());
        HttpReplies.REQUEST_ID.set(exchange, body.get(REQUEST_ID).asText());
        Entrada.igualOuAusente(body, "server_id", settings.serverId());
        exchange.getMessage().setBody(Entrada.corpo(body, type));
    }
}
