package br.com.recarga.contract;

import java.util.List;

/** The charging points of one server: the original's three fields, and ours beside them. */
@WireFormat
public record PostosResponse(String requestId, String serverId, Status status, Codigo codigo, List<Posto> postos) {

    public PostosResponse(String requestId, String serverId, List<Posto> postos) {
        this(requestId, serverId, Status.SUCESSO, Codigo.OK, postos);
    }
}
