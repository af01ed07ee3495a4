package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Variable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The last list of all points, as they are now, of each server that gives its lists a version: it is asked whether that is still
 * the same, and says the points again only if it is not. Nobody is answered from here without having asked.
 */
@Component
class ListasLembradas {

    /** In characters of JSON, and some eight times as many bytes: 150 servers of 50 points. */
    private static final int CABEM = 4 * 1024 * 1024;

    private static final Duration SEM_USO = Duration.ofMinutes(10);

    private static final String VERSAO = "versao";
    private static final String POSTOS = "postos";

    /** That the server is asked for by its version. */
    private static final Variable<Lista> LISTA = Variable.of(ListasLembradas.class, "lista", Lista.class);

    private static final Variable<Pergunta> PERGUNTA = Variable.of(ListasLembradas.class, "pergunta", Pergunta.class);

    private final Cache<Pergunta, Lista> lembradas = Caffeine.newBuilder()
            .maximumWeight(CABEM)
            .<Pergunta, Lista>weigher((pergunta, lista) -> lista.postos().length())
            .expireAfterAccess(SEM_USO)
            .build();

    private record Pergunta(String serverId, boolean agenda) {}

    private record Lista(String versao, ListaEscrita postos) {}

    /** Step before the question, of whatever kind: says which list is remembered, if it asks for one. */
    void perguntar(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof PostosRequest pedido) {
            Pergunta pergunta = pedido.deTodosAgora()
                    ? new Pergunta(pedido.serverId(), Boolean.TRUE.equals(pedido.agenda()))
                    : null;
            Lista lista = pergunta == null ? null : lembradas.getIfPresent(pergunta);
            PERGUNTA.set(exchange, pergunta);
            LISTA.set(exchange, lista);
            if (lista != null) {
                exchange.getMessage().setBody(pedido.comVersao(lista.versao()));
            }
        }
    }

    /** Step after the answer: a list that is as it was, as it was; a new one is remembered. */
    void completar(Exchange exchange) {
        Pergunta pergunta = PerguntarRoute.OPERACAO.get(exchange) == Operacao.LISTAR ? PERGUNTA.get(exchange) : null;
        ObjectNode resposta = exchange.getMessage().getBody(ObjectNode.class);
        JsonNode dita = pergunta == null ? null : resposta.remove(VERSAO);
        if (dita == null || dita.isNull() || resposta.path("status").asText().equals("erro")) {
            return;
        }
        String versao = dita.textValue();
        Lista antes = LISTA.get(exchange);
        if (resposta.get(POSTOS) instanceof ArrayNode postos) {
            Lista lista = new Lista(versao, ListaEscrita.de(postos));
            lembradas.put(pergunta, lista);
            resposta.set(POSTOS, lista.postos());
        } else if (antes != null && antes.versao().equals(versao)) {
            resposta.set(POSTOS, antes.postos());
        } else {
            lembradas.invalidate(pergunta);
            throw RespostaDoServidor.incompreensivel(
                    exchange, "it says no points, and another version than was asked for");
        }
    }
}
