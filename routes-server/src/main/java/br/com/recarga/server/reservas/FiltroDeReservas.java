package br.com.recarga.server.reservas;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Situacao;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/**
 * Which reservations an operator looks for; what is absent does not matter.
 *
 * @param situacao the state that the clock gives a reservation
 * @param de only those whose window ends after it
 * @param ate only those whose window begins before it
 * @param limite the most that are shown
 * @param deslocamento how many are passed over
 */
public record FiltroDeReservas(
        @Positive Integer postoId,

        @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        Situacao situacao,
        OffsetDateTime de,
        OffsetDateTime ate,
        @NotNull @Min(1) @Max(200) Integer limite,
        @NotNull @Min(0) @Max(1_000_000) Integer deslocamento) {

    /** How many are shown if the operator does not say. */
    public static final int LIMITE = 50;

    public FiltroDeReservas {
        placa = Carro.normalizar(placa);
        limite = limite == null ? Integer.valueOf(LIMITE) : limite;
        deslocamento = deslocamento == null ? Integer.valueOf(0) : deslocamento;
    }
}
