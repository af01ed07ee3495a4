package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManutencaoBody(
        @NotNull Boolean emManutencao,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        @Size(max = 200) @SemControle String motivo) {}
