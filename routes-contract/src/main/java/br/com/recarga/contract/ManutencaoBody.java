package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Takes a point out of service, or puts it back.
 *
 * @param emManutencao false ends what maintenance there is in the window, or without a window only that of now
 * @param inicio absent: now
 * @param fim absent: until false is said
 * @param motivo told to the drivers whose reservations are cancelled
 */
@WireFormat
public record ManutencaoBody(
        @NotNull Boolean emManutencao,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        @Size(max = 200) @SemControle String motivo) {}
