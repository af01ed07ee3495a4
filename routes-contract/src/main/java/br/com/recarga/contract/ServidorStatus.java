package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The retained presence of a server; {@code offline} is also its Last Will, whose timestamp is that of the connection.
 *
 * @param instancia the process that speaks; absent: it does not say
 * @param desde when that process began: of two that call themselves the same server, the one that began first serves
 * @param topicos on which it hears requests; absent: on the shared ones, as a server that does not know any others. A kind
 *     that is not known here is left out
 * @param nome of the operator, for people
 * @param contato of the operator, for people
 * @param batidaSegundos how often it says so again, at the latest; absent: only when something has changed
 * @param toleranciaSegundos how long after the start of its window a car is waited for; absent: it does not say
 */
@WireFormat
public record ServidorStatus(
        @NotNull @Identificador String serverId,
        @NotNull Presenca status,
        OffsetDateTime timestamp,
        @RequestId String instancia,
        OffsetDateTime desde,

        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        List<Topicos> topicos,

        @Size(max = 80) @SemControle String nome,
        @Size(max = 200) @SemControle String contato,
        @Positive @Max(3_600) Integer batidaSegundos,
        @Positive @Max(86_400) Integer toleranciaSegundos) {

    public ServidorStatus {
        topicos = topicos == null
                ? null
                : topicos.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Of a process that does not say which it is. */
    public ServidorStatus(String serverId, Presenca status, OffsetDateTime timestamp) {
        this(serverId, status, timestamp, null, null);
    }

    /** Of a process that says nothing of its topics and its operator. */
    public ServidorStatus(
            String serverId, Presenca status, OffsetDateTime timestamp, String instancia, OffsetDateTime desde) {
        this(serverId, status, timestamp, instancia, desde, null, null, null, null, null);
    }

    /** Whether requests on this kind of topics are heard. */
    public boolean ouve(Topicos tipo) {
        return topicos == null ? tipo == Topicos.COMPARTILHADOS : topicos.contains(tipo);
    }

    /** Whether a server hears requests. */
    public enum Presenca {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("offline")
        OFFLINE
    }
}
