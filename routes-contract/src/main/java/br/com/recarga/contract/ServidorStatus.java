package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;

/** The retained presence of a server; {@code offline} is also its Last Will, whose timestamp is that of the connection. */
@JsonNaming(SnakeCaseStrategy.class)
public record ServidorStatus(String serverId, Presenca status, OffsetDateTime timestamp) {

    /** Whether a server hears requests. */
    public enum Presenca {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("offline")
        OFFLINE
    }
}
