package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carro;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/**
 * Which charges an operator looks for; what is absent does not matter.
 *
 * @param emCurso whether it goes on
 * @param atrasado whether it goes on beyond its deadline
 * @param de only those that ended after it, or go on
 * @param ate only those that began before it
 * @param limite the most that are shown
 * @param deslocamento how many are passed over
 */
public record FiltroDeCarregamentos(
        @Positive Integer postoId,

        @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        String reservaId,
        Boolean emCurso,
        Boolean atrasado,
        OffsetDateTime de,
        OffsetDateTime ate,
        @NotNull @Min(1) @Max(200) Integer limite,
        @NotNull @Min(0) @Max(1_000_000) Integer deslocamento) {

    /** How many are shown if the operator does not say. */
    public static final int LIMITE = 50;

    public FiltroDeCarregamentos {
        placa = Carro.normalizar(placa);
        limite = limite == null ? Integer.valueOf(LIMITE) : limite;
        deslocamento = deslocamento == null ? Integer.valueOf(0) : deslocamento;
    }
}
