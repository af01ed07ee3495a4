package br.com.recarga.contract;

import java.util.List;

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

    /** Filters of all that a server hears without being asked, separated by commas, as an endpoint takes them. */
    public static final String TELEMETRIA =
            String.join(",", CARROS_STATUS, CARROS_BATERIA, PONTOS_DISPONIBILIDADE, RESERVAS_STATUS);

    /** Filter of the retained status of all points of all servers. */
    public static final String PONTOS_STATUS = "pontos/+/+/status";

    /** Filter of all requests: every server hears every request, the named one acts. */
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

    private Topics() {}

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

    /** The filters that together match every reply to one client. */
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
        return "carros/" + placa + "/alerta";
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
