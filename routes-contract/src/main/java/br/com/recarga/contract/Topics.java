package br.com.recarga.contract;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every MQTT topic and topic filter of the system; no topic is spelled anywhere else. */
public final class Topics {

    /** Asks one server for its charging points. */
    public static final String POSTOS_REQUEST = "server/postos/request";

    /** Asks one server to reserve a charging point. */
    public static final String POSTOS_RESERVA = "server/postos/reserva";

    /** Asks one server to hold its stops of a trip. */
    public static final String POSTOS_PRE_RESERVA = "server/postos/pre_reserva";

    /** Asks one server to make the held stops of a trip certain. */
    public static final String POSTOS_CONFIRMACAO = "server/postos/confirmacao";

    /** Asks one server to cancel a reservation, or all that it holds of a trip. */
    public static final String POSTOS_CANCELAMENTO = "server/postos/cancelamento";

    /** Asks one server to move a reservation to another window. */
    public static final String POSTOS_ALTERACAO = "server/postos/alteracao";

    /** Asks one server for reservations. */
    public static final String RESERVAS_REQUEST = "server/reservas/request";

    /** Filter of what cars tell of themselves. */
    public static final String CARROS_STATUS = "carros/+/status";

    /** Filter of what cars tell of their batteries. */
    public static final String CARROS_BATERIA = "carros/+/bateria";

    /** Filter of the operators' switches. */
    public static final String PONTOS_DISPONIBILIDADE = "pontos/+/disponibilidade";

    /** Filter of arrivals and departures. */
    public static final String RESERVAS_STATUS = "reservas/+/status";

    /** Filters of all that cars tell, separated by commas, as an endpoint takes them. */
    public static final String CARROS = String.join(",", CARROS_STATUS, CARROS_BATERIA);

    /** Filters of all that a server hears without being asked, separated by commas, as an endpoint takes them. */
    public static final String TELEMETRIA = String.join(",", CARROS, PONTOS_DISPONIBILIDADE, RESERVAS_STATUS);

    /** Filter of the retained status of all points of all servers. */
    public static final String PONTOS_STATUS = "pontos/+/+/status";

    /** Filter of all requests on the shared topics: there every server hears every request, and the named one acts. */
    public static final String PEDIDOS = "server/+/+";

    /** The requests that ask and change nothing, separated by commas, as an endpoint takes them. */
    public static final String CONSULTAS = String.join(",", POSTOS_REQUEST, RESERVAS_REQUEST);

    /** Filter of the retained presence of all servers. */
    public static final String SERVIDORES_STATUS = "servers/+/status";

    private static final String REQUESTS = "server/";
    private static final String PLAIN_REQUEST = "/request";
    private static final String CLIENTS = "client/";
    private static final String RESPONSE = "/response";
    private static final String SERVERS = "servers/";
    private static final String STATUS = "/status";
    private static final String OWN_CLIENTS = "clients/";
    private static final String CARS = "carros/";
    private static final String BATERIA = "/bateria";

    private Topics() {}

    /** Where one client asks one server, on their {@linkplain Topicos#PROPRIOS own topics}. */
    public static String pedido(String serverId, String clientId, Operacao operacao) {
        return SERVERS + serverId + "/pedidos/" + clientId + "/" + operacao.nivel();
    }

    /** Filters of the requests to one server on its own topics that change something, separated by commas. */
    public static String mudancasA(String serverId) {
        return pedidosA(serverId, operacao -> !operacao.consulta());
    }

    /** Filters of those that ask and change nothing, separated by commas. */
    public static String consultasA(String serverId) {
        return pedidosA(serverId, Operacao::consulta);
    }

    private static String pedidosA(String serverId, Predicate<Operacao> quais) {
        return Stream.of(Operacao.values())
                .filter(quais)
                .map(operacao -> pedido(serverId, "+", operacao))
                .collect(Collectors.joining(","));
    }

    /**
     * Where one server answers one client on an own topic.
     *
     * @param nivel of the operation that was asked for
     */
    public static String resposta(String clientId, String serverId, String nivel) {
        return OWN_CLIENTS + clientId + "/respostas/" + serverId + "/" + nivel;
    }

    /** Filter of all replies to one client on its own topics. */
    public static String respostasA(String clientId) {
        return resposta(clientId, "+", "+");
    }

    /** Where one server tells one client what became of its reservations without its doing. */
    public static String evento(String clientId, String serverId) {
        return OWN_CLIENTS + clientId + "/eventos/" + serverId;
    }

    /** Filter of all events for one client on its own topics. */
    public static String eventosA(String clientId) {
        return evento(clientId, "+");
    }

    /** Where a car tells one server of itself. */
    public static String carroStatus(String placa, String serverId) {
        return carroPara(placa, serverId) + STATUS;
    }

    /** Where a car tells one server of its battery. */
    public static String carroBateria(String placa, String serverId) {
        return carroPara(placa, serverId) + BATERIA;
    }

    /** Filter of all that cars tell one server. */
    public static String carrosPara(String serverId) {
        return carroPara("+", serverId) + "/+";
    }

    private static String carroPara(String placa, String serverId) {
        return CARS + placa + "/para/" + serverId;
    }

    /** The car whose topic this is, as the topic spells its plate. */
    public static String placaDo(String topic) {
        return topic.split("/", 3)[1];
    }

    /** Where one server tells a car that its battery is low. */
    public static String alerta(String placa, String serverId) {
        return alerta(placa) + "/" + serverId;
    }

    /**
     * Where the reply to a request goes when the request names no response topic of its own: {@code server/postos/request}
     * is answered on {@code client/{client_id}/postos/response}, {@code server/postos/reserva} on
     * {@code client/{client_id}/postos/reserva/response}.
     *
     * @param requestTopic a topic that {@link #PEDIDOS} matches
     * @param clientId a valid {@link br.com.recarga.contract.validation.Identificador identifier}
     */
    public static String replyTo(String requestTopic, String clientId) {
        String path = requestTopic.substring(REQUESTS.length());
        if (path.endsWith(PLAIN_REQUEST)) {
            path = path.substring(0, path.length() - PLAIN_REQUEST.length());
        }
        return CLIENTS + clientId + "/" + path + RESPONSE;
    }

    /** Whether requests on this topic are on the shared ones, where all servers hear it. */
    public static boolean isShared(String requestTopic) {
        return requestTopic.startsWith(REQUESTS);
    }

    /** The filters that together match every reply to one client on the shared topics. */
    public static List<String> repliesOf(String clientId) {
        return List.of(CLIENTS + clientId + "/+" + RESPONSE, CLIENTS + clientId + "/+/+" + RESPONSE);
    }

    /** Whether a requester may ask for its reply on this topic: below {@code client/}, and no topic filter. */
    public static boolean isReplyTopic(String topic) {
        return topic.startsWith(CLIENTS)
                && topic.length() > CLIENTS.length()
                && topic.chars().noneMatch(c -> c == '+' || c == '#' || Character.isISOControl(c));
    }

    /** Where a client is told what became of its reservations without its doing. */
    public static String reservaEvento(String clientId) {
        return CLIENTS + clientId + "/reservas/evento";
    }

    /** Where a client hears only itself, by which it knows that it has heard the presence of all servers. */
    public static String eco(String clientId) {
        return CLIENTS + clientId + "/servidores/eco";
    }

    /** Where a car is told that its battery is low. */
    public static String alerta(String placa) {
        return CARS + placa + "/alerta";
    }

    /** The retained status of one point. */
    public static String pontoStatus(String serverId, int postoId) {
        return "pontos/" + serverId + "/" + postoId + "/status";
    }

    /** The retained presence of one server. */
    public static String servidorStatus(String serverId) {
        return SERVERS + serverId + STATUS;
    }

    /** The server whose presence is on this topic, one that {@link #SERVIDORES_STATUS} matches. */
    public static String servidorDoStatus(String topic) {
        return topic.substring(SERVERS.length(), topic.length() - STATUS.length());
    }
}
