package br.com.recarga.client.pedidos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Variable;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.springframework.stereotype.Component;

/**
 * The last list of all points, as they are now, of each server that gives its lists a version, part by part: it is asked whether that
 * is still the same, and says the points again only if it is not. Nobody is answered from here without having asked.
 */
@Component
class ListasLembradas {

    /** In characters of JSON, and some eight times as many bytes: 150 servers of 50 points. */
    private static final int CABEM = 4 * 1024 * 1024;

    /** What a list without points weighs: it is remembered, too. */
    private static final int SEM_POSTOS = 200;

    private static final Duration SEM_USO = Duration.ofMinutes(10);

    private static final String VERSAO = "versao";
    private static final String POSTOS = "postos";
    private static final String CONTINUA = "continua_depois_de";

    /** That the server is asked for by its version. */
    private static final Variable<Lista> LISTA = Variable.of(ListasLembradas.class, "lista", Lista.class);

    private static final Variable<Pergunta> PERGUNTA = Variable.of(ListasLembradas.class, "pergunta", Pergunta.class);

    private static final Variable<PostosRequest> PEDIDO =
            Variable.of(ListasLembradas.class, "pedido", PostosRequest.class);

    /** When the first part of what is asked for was asked for. */
    private static final Variable<Instant> COMECO = Variable.of(ListasLembradas.class, "comeco", Instant.class);

    /** Absent: what was heard last is no part of a list, or the only one. */
    private static final Variable<ListaEmPartes> EM_PARTES =
            Variable.of(ListasLembradas.class, "em-partes", ListaEmPartes.class);

    private final ClientSettings settings;
    private final Clock clock;
    private final Cache<Pergunta, Lista> lembradas = Caffeine.newBuilder()
            .maximumWeight(CABEM)
            .<Pergunta, Lista>weigher(
                    (pergunta, lista) -> SEM_POSTOS + lista.postos().length())
            .expireAfterAccess(SEM_USO)
            .build();

    ListasLembradas(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Pergunta(String serverId, boolean agenda, int depoisDe) {

        /** Null if it is not for a part of all points as they are now. */
        static Pergunta de(PostosRequest pedido) {
            return pedido.deTodosAgora() && pedido.depoisDe() != null
                    ? new Pergunta(pedido.serverId(), Boolean.TRUE.equals(pedido.agenda()), pedido.depoisDe())
                    : null;
        }

        boolean ehDaPrimeira() {
            return depoisDe == 0;
        }
    }

    private record Lista(String versao, ListaEscrita postos) {}

    /** Step before the question, of whatever kind: says which list is remembered, if it asks for one. */
    void perguntar(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof PostosRequest pedido) {
            Pergunta pergunta = Pergunta.de(pedido);
            Lista lista = pergunta == null ? null : lembradas.getIfPresent(pergunta);
            PEDIDO.set(exchange, pedido);
            PERGUNTA.set(exchange, pergunta);
            LISTA.set(exchange, lista);
            if (pergunta == null || pergunta.ehDaPrimeira()) {
                COMECO.set(exchange, Instant.now(clock));
                EM_PARTES.set(exchange, null);
            }
            if (lista != null) {
                exchange.getMessage().setBody(pedido.comVersao(lista.versao()));
            }
        }
    }

    /** Step after the answer: a list that is as it was, as it was; a new one is remembered. */
    void completar(Exchange exchange) {
        Pergunta pergunta = PerguntarRoute.OPERACAO.get(exchange) == Operacao.LISTAR ? PERGUNTA.get(exchange) : null;
        if (pergunta == null) {
            return;
        }
        ObjectNode resposta = exchange.getMessage().getBody(ObjectNode.class);
        String versao = resposta.path(VERSAO).textValue();
        Integer continua =
                resposta.hasNonNull(CONTINUA) ? (Integer) resposta.get(CONTINUA).intValue() : null;
        resposta.remove(VERSAO);
        resposta.remove(CONTINUA);
        if (resposta.path("status").asText().equals("erro")) {
            EM_PARTES.set(exchange, null);
        } else if (versao != null) {
            ListaEscrita lista = lista(exchange, pergunta, versao, resposta);
            resposta.set(POSTOS, lista);
            continuar(exchange, pergunta, lista, continua);
        } else if (continua != null || ehEmPartes(exchange)) {
            throw RespostaDoServidor.incompreensivel(exchange, "it is part of a list, and has no version");
        }
    }

    private ListaEscrita lista(Exchange exchange, Pergunta pergunta, String versao, ObjectNode resposta) {
        Lista antes = LISTA.get(exchange);
        if (resposta.get(POSTOS) instanceof ArrayNode postos) {
            Lista lista = new Lista(versao, ListaEscrita.de(postos));
            lembradas.put(pergunta, lista);
            return lista.postos();
        }
        if (antes != null && antes.versao().equals(versao)) {
            return antes.postos();
        }
        lembradas.invalidate(pergunta);
        throw RespostaDoServidor.incompreensivel(exchange, "it says no points, and another version than was asked for");
    }

    private void continuar(Exchange exchange, Pergunta pergunta, ListaEscrita lista, Integer continua) {
        ListaEmPartes partes = EM_PARTES.get(exchange);
        if (partes == null && continua == null) {
            return;
        }
        if (partes == null) {
            partes = new ListaEmPartes(
                    exchange.getMessage().getBody(ObjectNode.class), COMECO.get(exchange), settings.prazo());
            EM_PARTES.set(exchange, partes);
        }
        String errado = partes.acrescentar(lista, pergunta.depoisDe(), continua);
        if (errado != null) {
            throw RespostaDoServidor.incompreensivel(exchange, errado);
        }
    }

    /** Whether this is the first part of a list, and not the last. */
    boolean comeca(Exchange exchange) {
        return continua(exchange) && EM_PARTES.get(exchange).ehSoAPrimeira();
    }

    /** Whether the list goes on after what was heard last. */
    boolean continua(Exchange exchange) {
        return ehEmPartes(exchange) && EM_PARTES.get(exchange).continuaDepoisDe() != null;
    }

    /** Whether what was heard last is one part of several. */
    boolean ehEmPartes(Exchange exchange) {
        return EM_PARTES.get(exchange) != null;
    }

    /**
     * Step before the next question: it is for the part after the one that was heard last.
     *
     * @throws ExchangeTimedOutException if the parts before have taken too long
     */
    void seguir(Exchange exchange) throws ExchangeTimedOutException {
        ListaEmPartes partes = EM_PARTES.get(exchange);
        if (partes.passouDoPrazo(Instant.now(clock))) {
            throw new ExchangeTimedOutException(exchange, settings.prazo().toMillis());
        }
        exchange.getMessage()
                .setBody(PEDIDO.get(exchange).comDepoisDe(UUID.randomUUID().toString(), partes.continuaDepoisDe()));
    }

    /** The answer to the first question, with all the points. */
    ObjectNode juntar(Exchange exchange) {
        return EM_PARTES.get(exchange).juntar(POSTOS);
    }
}
