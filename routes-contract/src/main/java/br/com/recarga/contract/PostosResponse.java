package br.com.recarga.contract;

import java.util.List;

/**
 * The charging points of one server: the original's three fields, and ours beside them.
 *
 * @param versao changes with anything in {@code postos}; absent: nobody may ask by it
 * @param postos absent: they are as in the list, or the part of it, of this version, which the request says that its asker still has
 * @param continuaDepoisDe there are more points, with larger ids than this, to be asked for by {@link PostosRequest#depoisDe()};
 *     absent: these were the last
 */
@WireFormat
public record PostosResponse(
        String requestId,
        String serverId,
        Status status,
        Codigo codigo,
        String versao,
        List<Posto> postos,
        Integer continuaDepoisDe) {

    /** A whole list that nobody may ask for by a version. */
    public PostosResponse(String requestId, String serverId, List<Posto> postos) {
        this(requestId, serverId, null, postos, null);
    }

    public PostosResponse(
            String requestId, String serverId, String versao, List<Posto> postos, Integer continuaDepoisDe) {
        this(requestId, serverId, Status.SUCESSO, Codigo.OK, versao, postos, continuaDepoisDe);
    }
}
