package br.com.recarga.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The charging points of one server: the original's three fields, and ours beside them. */
@JsonNaming(SnakeCaseStrategy.class)
public record PostosResponse(String requestId, String serverId, Status status, Codigo codigo, List<Posto> postos) {

    public PostosResponse(String requestId, String serverId, List<Posto> postos) {
        this(requestId, serverId, Status.SUCESSO, Codigo.OK, postos);
    }
}
