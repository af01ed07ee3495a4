package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a reservation, {@code {server_id}-{uuid}}: it names its server, so that any client knows whom to ask. */
public final class ReservaId {

    private static final Pattern FORM = Pattern.compile(
            "(" + Identificador.REGEXP + ")-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ReservaId() {}

    /** The number of a new reservation. */
    public static String de(String serverId, UUID uuid) {
        return serverId + "-" + uuid;
    }

    /**
     * The server of a reservation; empty if this is not the number of one. The id of a request may look the same, as its
     * requester chooses it.
     */
    public static Optional<String> servidor(String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
