package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * An electric car and the state of its battery.
 *
 * @param placa {@code ABC1234} or Mercosul {@code ABC1D23}; case, hyphen and outer blanks are forgiven
 * @param modelo as the driver calls it, 1 to 80 characters
 * @param capacidadeBateria kWh, 1 to 1000
 * @param nivelBateriaAtual kWh, 0 to {@code capacidadeBateria}
 * @param taxaDescarga kWh per km, 0.01 to 10; the range in km is level / rate
 */
@WireFormat
@NivelCabeNaBateria
public record Carro(
        @NotNull @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @NotBlank @Size(max = 80) @SemControle String modelo,
        @NotNull @DecimalMin("1") @DecimalMax("1000") Double capacidadeBateria,
        @NotNull @DecimalMin("0") @DecimalMax("1000") Double nivelBateriaAtual,
        @NotNull @DecimalMin("0.01") @DecimalMax("10") Double taxaDescarga) {

    /** A Brazilian plate in its one stored form: old or Mercosul. */
    public static final String PLACA = "[A-Z]{3}[0-9][A-Z0-9][0-9]{2}";

    public Carro {
        placa = normalizar(placa);
    }

    /** A plate in its one stored form; what is no plate stays none. */
    public static String normalizar(String placa) {
        return placa == null ? null : placa.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
