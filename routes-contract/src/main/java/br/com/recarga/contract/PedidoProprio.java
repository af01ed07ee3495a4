package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the own topic of a request says, {@code servers/{server_id}/pedidos/{client_id}/{operacao}}: it beats the body.
 *
 * @param nivel of an {@link Operacao}, or of none that is known here
 */
public record PedidoProprio(String serverId, String clientId, String nivel) {

    private static final Pattern TOPICO =
            Pattern.compile("servers/(%1$s)/pedidos/(%1$s)/(%1$s)".formatted(Identificador.REGEXP));

    /** Empty if the topic is none of these, or its levels are no identifiers. */
    public static Optional<PedidoProprio> de(String topic) {
        Matcher levels = TOPICO.matcher(topic);
        return levels.matches()
                ? Optional.of(new PedidoProprio(levels.group(1), levels.group(2), levels.group(3)))
                : Optional.empty();
    }

    /** Whether a body names another client or another server; one that names none is bound to fail later. */
    public boolean diverge(Envelope envelope) {
        return outro(envelope.clientId(), clientId) || outro(envelope.serverId(), serverId);
    }

    /** Where its reply goes, and nowhere else. */
    public String resposta() {
        return Topics.resposta(clientId, serverId, nivel);
    }

    private static boolean outro(String noCorpo, String noTopico) {
        return noCorpo != null && !noCorpo.equals(noTopico);
    }
}
