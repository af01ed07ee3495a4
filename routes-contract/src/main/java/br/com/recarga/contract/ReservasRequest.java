package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Presentes;
import br.com.recarga.contract.validation.RequestId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Asks a server for reservations, by exactly one of {@code reservaId}, {@code placa}, {@code requestIdOriginal} and
 * {@code viagemId}.
 *
 * @param codigoReserva what whoever reserved was given: without it {@code requestIdOriginal} shows no more than window and
 *     state, and {@code placa} and {@code reservaId} show nothing
 * @param requestIdOriginal of the request that reserved: how one learns the outcome that one did not hear
 * @param viagemId as the server knows the trip; unguessable, so whoever has it may ask, as whoever has it may cancel
 */
@WireFormat
@RecordBuilder
@Presentes(
        value = {"reservaId", "placa", "requestIdOriginal", "viagemId"},
        soUm = true,
        message = "{recarga.busca}")
public record ReservasRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @RequestId String reservaId,

        @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @RequestId String requestIdOriginal,
        @Identificador String viagemId,
        @Size(max = 64) String codigoReserva,
        OffsetDateTime prazo)
        implements Pedido, ReservasRequestBuilder.With {
    public ReservasRequest {
        placa = Carro.normalizar(placa);
    }

    @Override
    public ReservasRequest comPrazo(OffsetDateTime prazo) {
        return withPrazo(prazo);
    }
}
