package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Conector;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's reply on its way back to the HTTP caller. It stays a JSON tree, so that whatever a peer adds to the contract
 * reaches the caller.
 */
public final class RespostaDoServidor {

    private static final Logger LOG = LoggerFactory.getLogger(RespostaDoServidor.class);

    private static final String CONECTOR = "tipo_conector";

    private RespostaDoServidor() {}

    /** Step after the request: the reply's bytes become its tree. */
    public static void ler(Exchange exchange) {
        try {
            JsonNode reply =
                    ContractJson.mapper().readTree(exchange.getMessage().getBody(byte[].class));
            if (reply instanceof ObjectNode) {
                escreverConectores(reply);
                exchange.getMessage().setBody(reply);
                return;
            }
        } catch (IOException malformed) {
            // the same as a reply that is no object
        }
        LOG.warn("A server's reply is no JSON object");
        throw new PedidoRecusado(Codigo.ERRO_INTERNO, "O servidor respondeu algo que não se entende");
    }

    /** Peers spell plugs as they like; whoever reads their replies, or compares two, finds one spelling. */
    private static void escreverConectores(JsonNode reply) {
        for (JsonNode comConector : reply.findParents(CONECTOR)) {
            if (comConector.path(CONECTOR).isTextual()) {
                ((ObjectNode) comConector)
                        .put(
                                CONECTOR,
                                Conector.normalizar(comConector.path(CONECTOR).textValue()));
            }
        }
    }

    /** Last step: the tree as the HTTP answer. */
    public static void responder(Exchange exchange) throws JsonProcessingException {
        ObjectNode reply = comCodigo(exchange.getMessage().getBody(ObjectNode.class));
        HttpReplies.reply(exchange, httpStatus(reply), ContractJson.mapper().writeValueAsBytes(reply));
    }

    /**
     * A server of the original says no code. What it refuses is either a point that it does not have, which its words tell, or
     * one that cannot be had.
     */
    private static ObjectNode comCodigo(ObjectNode reply) {
        if (reply.has("codigo")) {
            return reply;
        }
        Codigo codigo = Codigo.OK;
        if ("erro".equals(reply.path("status").asText())) {
            codigo = reply.path("mensagem").asText().contains("não existe")
                    ? Codigo.POSTO_INEXISTENTE
                    : Codigo.POSTO_OCUPADO;
        }
        return reply.put("codigo", codigo.name());
    }

    /** That of the reply's code; a peer without codes only says whether it worked. */
    static int httpStatus(ObjectNode reply) {
        Codigo codigo = Codigo.da(reply);
        if (codigo != null) {
            return codigo.httpStatus();
        }
        return "erro".equals(reply.path("status").asText()) ? 409 : 200;
    }
}
