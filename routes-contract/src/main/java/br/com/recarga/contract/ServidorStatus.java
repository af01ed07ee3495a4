package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * The retained presence of a server; {@code offline} is also its Last Will, whose timestamp is that of the connection.
 *
 * @param instancia the process that speaks, as its MQTT connections are named; absent: it does not say
 * @param desde when that process began: of two that call themselves the same server, the one that began first serves
 */
@WireFormat
public record ServidorStatus(
        @NotNull @Identificador String serverId,
        @NotNull Presenca status,
        OffsetDateTime timestamp,
        @RequestId String instancia,
        OffsetDateTime desde) {

    /** Of a process that does not say which it is. */
    public ServidorStatus(String serverId, Presenca status, OffsetDateTime timestamp) {
        this(serverId, status, timestamp, null, null);
    }

    /** Whether a server hears requests. */
    public enum Presenca {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("offline")
        OFFLINE
    }
}
