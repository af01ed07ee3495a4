package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * The body of {@code POST /viagens/planejar}.
 *
 * @param origem a city of the data, with {@code /UF} where two have the same name, or {@code "lat,lon"} in decimal degrees
 * @param destino as {@code origem}
 * @param carro with the level that it departs with
 * @param partida absent, with {@code partidaLocal} too: now
 * @param partidaLocal in place of {@code partida}, what the clocks at the origin show then
 * @param reservaBateria per cent of the capacity that the level never falls below, 0 to 50; absent:
 *     {@link #RESERVA_PADRAO}
 * @param conector only points with this connector, a {@link Conector} in any of its spellings; absent: those that fit the car
 * @param cargaMaxima per cent of the capacity that a stop charges to at the most, 50 to 100; absent: 100
 * @param chegadaMinima per cent of the capacity that is left at the destination at the least, 0 to 100; absent, or lower:
 *     {@code reservaBateria}
 */
@WireFormat
public record PlanejarBody(
        @NotBlank @Size(max = 100) @SemControle String origem,
        @NotBlank @Size(max = 100) @SemControle String destino,
        @NotNull @Valid Carro carro,
        OffsetDateTime partida,
        @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime partidaLocal,
        @DecimalMin("0") @DecimalMax("50") Double reservaBateria,
        @ConectorConhecido String conector,
        @DecimalMin("50") @DecimalMax("100") Double cargaMaxima,
        @DecimalMin("0") @DecimalMax("100") Double chegadaMinima) {

    /** Per cent of the capacity. */
    public static final double RESERVA_PADRAO = 10;

    public PlanejarBody {
        conector = Conector.normalizar(conector);
    }

    /** Below this level the car is never planned to fall; kWh. */
    public double reservaKwh() {
        return kWh(reservaBateria == null ? RESERVA_PADRAO : reservaBateria);
    }

    /** No stop charges beyond this level; kWh. */
    public double maximoKwh() {
        return kWh(cargaMaxima == null ? 100 : cargaMaxima);
    }

    /** With at least this level the car arrives; kWh. */
    public double chegadaKwh() {
        return Math.max(reservaKwh(), chegadaMinima == null ? 0 : kWh(chegadaMinima));
    }

    private double kWh(double porCento) {
        return carro.capacidadeBateria() * porCento / 100;
    }
}
