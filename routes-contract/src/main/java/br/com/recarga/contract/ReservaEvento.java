package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Tells the client that made a reservation what became of it without its doing, on {@link Topics#reservaEvento}.
 *
 * @param requestId of the request that reserved
 * @param codigo {@link Codigo#POSTO_OCUPADO}: its car has arrived, and another still charges at its point; else absent
 * @param alternativas with a {@code codigo}: free points of the same server until the window ends, nearest first
 */
@WireFormat
public record ReservaEvento(
        @NotNull @RequestId String reservaId,
        @NotNull @Identificador String serverId,
        @RequestId String requestId,
        @Identificador String viagemId,
        @Positive Integer postoId,
        @Size(max = 16) @SemControle String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        @NotNull Situacao situacao,
        @NotNull Autor por,
        @Size(max = 200) @SemControle String motivo,
        Codigo codigo,
        @Size(max = 20) List<Posto> alternativas,
        OffsetDateTime timestamp) {}
