package br.com.recarga.contract;

import java.util.List;

/**
 * The charging points of one server: the original's three fields, and ours beside them.
 *
 * @param versao changes with anything in {@code postos}; absent: nobody may ask by it
 * @param postos absent: they are as in the list of this version, which the request says that its asker still has
 */
@WireFormat
public record PostosResponse(
        String requestId, String serverId, Status status, Codigo codigo, String versao, List<Posto> postos) {

    public PostosResponse(String requestId, String serverId, List<Posto> postos) {
        this(requestId, serverId, null, postos);
    }

    public PostosResponse(String requestId, String serverId, String versao, List<Posto> postos) {
        this(requestId, serverId, Status.SUCESSO, Codigo.OK, versao, postos);
    }
}
