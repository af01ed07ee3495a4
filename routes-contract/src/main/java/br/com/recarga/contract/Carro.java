package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * An electric car and the state of its battery.
 *
 * @param placa {@code ABC1234} or Mercosul {@code ABC1D23}; case, hyphen and outer blanks are forgiven
 * @param modelo as the driver calls it, 1 to 80 characters
 * @param capacidadeBateria kWh, 1 to 1000
 * @param nivelBateriaAtual kWh, 0 to {@code capacidadeBateria}
 * @param taxaDescarga kWh per km, 0.01 to 10; the range in km is level / rate
 * @param potenciaMaximaAc kW that it takes from alternating current, 1 to 100; absent: {@link CurvaDeRecarga} presumes one
 * @param potenciaMaximaCc kW that it takes from direct current, 1 to 1000; absent: {@link CurvaDeRecarga} presumes one
 * @param conectores the plugs that fit it, 1 to 6, each a {@link Conector} in any of its spellings; absent: nobody knows
 */
@WireFormat
@NivelCabeNaBateria
public record Carro(
        @NotNull @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @NotBlank @Size(max = 80) @SemControle String modelo,
        @NotNull @DecimalMin("1") @DecimalMax("1000") Double capacidadeBateria,
        @NotNull @DecimalMin("0") @DecimalMax("1000") Double nivelBateriaAtual,
        @NotNull @DecimalMin("0.01") @DecimalMax("10") Double taxaDescarga,
        @DecimalMin("1") @DecimalMax("100") Double potenciaMaximaAc,
        @DecimalMin("1") @DecimalMax("1000") Double potenciaMaximaCc,

        @Size(min = 1, max = 6, message = "{recarga.numero_de_conectores}")
        List<@NotNull @ConectorConhecido String> conectores) {

    /** A Brazilian plate in its one stored form: old or Mercosul. */
    public static final String PLACA = "[A-Z]{3}[0-9][A-Z0-9][0-9]{2}";

    public Carro {
        placa = normalizar(placa);
        conectores = conectores == null
                ? null
                : conectores.stream().map(Conector::normalizar).toList();
    }

    /** A car as the original peers describe one. */
    public Carro(String placa, String modelo, Double capacidadeBateria, Double nivelBateriaAtual, Double taxaDescarga) {
        this(placa, modelo, capacidadeBateria, nivelBateriaAtual, taxaDescarga, null, null, null);
    }

    /** The same car with another level, in kWh. */
    public Carro comNivel(Double nivel) {
        return new Carro(
                placa, modelo, capacidadeBateria, nivel, taxaDescarga, potenciaMaximaAc, potenciaMaximaCc, conectores);
    }

    /** Whether it can charge at a point with this plug; of a car that does not say what fits it nobody knows better. */
    public boolean aceita(String conector) {
        return conectores == null || conectores.contains(Conector.normalizar(conector));
    }

    /** The plugs of points that may stand in for one with this plug: the same, unless only others fit. */
    public List<String> conectoresEmLugarDe(String conector) {
        return aceita(conector) ? List.of(conector) : conectores;
    }

    /** A plate in its one stored form; what is no plate stays none. */
    public static String normalizar(String placa) {
        return placa == null ? null : placa.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
