package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came in when several servers were asked at once.
 *
 * @param ouvidas the reply of each server that gave one, by its id, in the order in which they were asked
 * @param caladas why none came from the others, by their ids
 */
public record Respostas(Map<String, ObjectNode> ouvidas, Map<String, Codigo> caladas) {

    /**
     * What came of the question to one server.
     *
     * @param resposta null if none came
     * @param porque why none came
     */
    public record DeUm(String serverId, ObjectNode resposta, Codigo porque) {}

    static Respostas de(List<DeUm> todas) {
        Respostas respostas = new Respostas(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (DeUm uma : todas) {
            if (uma.resposta() == null) {
                respostas.caladas.put(uma.serverId(), uma.porque());
            } else {
                respostas.ouvidas.put(uma.serverId(), uma.resposta());
            }
        }
        return respostas;
    }

    /** With those that were not asked, as nobody would answer: what they have is missing just the same. */
    Respostas semPerguntar(List<String> ausentes) {
        ausentes.stream()
                .filter(serverId -> !ouvidas.containsKey(serverId))
                .forEach(serverId -> caladas.putIfAbsent(serverId, Codigo.SERVIDOR_INDISPONIVEL));
        return this;
    }

    /**
     * The answer to an HTTP caller who asked all servers for a list: its elements, each with its server, the servers that
     * answered and those that did not. A reply without that list is none.
     */
    public ObjectNode juntar(String requestId, String lista) {
        ObjectNode all = ContractJson.mapper().createObjectNode();
        all.put("request_id", requestId);
        ArrayNode answered = all.putArray("servidores");
        ArrayNode silent = all.putArray("sem_resposta");
        ArrayNode elements = all.putArray(lista);
        ouvidas.forEach((serverId, reply) -> {
            if (reply.get(lista) instanceof ArrayNode found) {
                answered.add(serverId);
                found.forEach(element -> acrescentar(serverId, element, elements));
            } else {
                silent.add(serverId);
            }
        });
        caladas.keySet().forEach(silent::add);
        if (answered.isEmpty() && !silent.isEmpty()) {
            return all.put("status", "erro")
                    .put("codigo", Codigo.SERVIDOR_INDISPONIVEL.name())
                    .put("mensagem", "Nenhum servidor respondeu");
        }
        return all.put("status", "sucesso").put("codigo", Codigo.OK.name());
    }

    /** A server speaks only for itself. */
    private static void acrescentar(String serverId, JsonNode element, ArrayNode elements) {
        if (element instanceof ObjectNode object) {
            // a copy: the list may be in other answers too
            elements.add(object.deepCopy().put("server_id", serverId));
        }
    }
}
