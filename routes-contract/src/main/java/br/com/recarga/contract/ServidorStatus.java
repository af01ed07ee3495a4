package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/** The retained presence of a server; {@code offline} is also its Last Will, whose timestamp is that of the connection. */
@JsonNaming(SnakeCaseStrategy.class)
public record ServidorStatus(
        @NotNull @Identificador String serverId, @NotNull Presenca status, OffsetDateTime timestamp) {

    /** Whether a server hears requests. */
    public enum Presenca {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("offline")
        OFFLINE
    }
}
