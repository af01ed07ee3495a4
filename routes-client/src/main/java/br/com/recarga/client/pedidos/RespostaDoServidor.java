package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.erros.SparseLog;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.LoggerFactory;

/**
 * A server's reply on its way back to the HTTP caller. It stays a JSON tree, so that whatever a peer adds to the contract
 * reaches the caller.
 */
public final class RespostaDoServidor {

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(RespostaDoServidor.class));

    private static final String TENTE_APOS = "tente_apos";

    private RespostaDoServidor() {}

    /**
     * Step after the request: the reply's bytes become its tree.
     *
     * @throws PedidoRecusado if it is not what the contract says of an answer to this question
     */
    public static void ler(Exchange exchange) {
        byte[] reply = exchange.getMessage().getBody(byte[].class);
        Operacao operacao = PerguntarRoute.OPERACAO.get(exchange);
        if (reply.length > FormaDaResposta.maximo(operacao)) {
            throw incompreensivel(exchange, "it has %d bytes".formatted(reply.length));
        }
        ObjectNode tree = arvore(reply).orElseThrow(() -> incompreensivel(exchange, "it is no JSON object"));
        String errado = FormaDaResposta.errado(
                tree,
                operacao,
                exchange.getMessage().getHeader(MqttRequestComponent.REQUEST_ID, String.class),
                HttpReplies.SERVER_ID.get(exchange));
        if (errado != null) {
            throw incompreensivel(exchange, "its %s is wrong".formatted(errado));
        }
        exchange.getMessage().setBody(tree);
    }

    private static Optional<ObjectNode> arvore(byte[] reply) {
        try {
            return ContractJson.mapper().readTree(reply) instanceof ObjectNode tree
                    ? Optional.of(tree)
                    : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    static PedidoRecusado incompreensivel(Exchange exchange, String porque) {
        String serverId = HttpReplies.SERVER_ID.get(exchange);
        LOG.warnOf(serverId, "A reply of %s is not understood: %s".formatted(serverId, porque));
        return new PedidoRecusado(Codigo.ERRO_INTERNO, "O servidor respondeu algo que não se entende");
    }

    /** Last step: the tree as the HTTP answer. */
    public static void responder(Exchange exchange) throws JsonProcessingException {
        ObjectNode reply = comCodigo(exchange.getMessage().getBody(ObjectNode.class));
        HttpReplies.CODIGO.set(exchange, Codigo.da(reply));
        HttpReplies.reply(exchange, httpStatus(reply), ContractJson.mapper().writeValueAsBytes(reply));
        if (reply.hasNonNull(TENTE_APOS)) {
            try {
                HttpReplies.retryAfter(
                        exchange, ContractJson.mapper().convertValue(reply.get(TENTE_APOS), OffsetDateTime.class));
            } catch (IllegalArgumentException illegible) {
                // as if the server had not said
            }
        }
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
