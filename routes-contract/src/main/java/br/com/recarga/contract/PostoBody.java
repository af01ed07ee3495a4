package br.com.recarga.contract;

import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.LugarDito;
import br.com.recarga.contract.lugares.Suspeita;
import br.com.recarga.contract.validation.Localizacao;
import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A charging point as its operator describes it.
 *
 * @param id 1 to 1,000,000,000; absent: the server chooses
 * @param localizacao {@code "lat,lon"} in decimal degrees (WGS 84)
 * @param potenciaMaxima kW, 1 to 1000
 * @param tipoConector a {@link Conector} in any of its spellings; kept in the one
 * @param precoKwh BRL per kWh, 0 to 100
 */
@WireFormat
@LugarPossivel
public record PostoBody(
        @Positive @Max(1_000_000_000) Integer id,
        @NotBlank @Size(max = 80) @SemControle String nome,
        @NotBlank @Size(max = 80) @SemControle String cidade,

        @NotNull @Pattern(regexp = PostoBody.UF, message = "{recarga.uf}")
        String uf,

        @NotNull @Localizacao String localizacao,
        @NotNull @DecimalMin("1") @DecimalMax("1000") Double potenciaMaxima,
        @NotNull @ConectorConhecido String tipoConector,
        @NotNull @DecimalMin("0") @DecimalMax("100") Double precoKwh) {

    static final String UF = "[A-Z]{2}";

    public PostoBody {
        tipoConector = Conector.normalizar(tipoConector);
    }

    /** Why it hardly lies where it is said to; empty also if that is not said, or not by the rules. */
    public Optional<Suspeita> suspeita() {
        if (cidade == null || uf == null || !uf.matches(UF)) {
            return Optional.empty();
        }
        return Coordenadas.de(localizacao).flatMap(graus -> new LugarDito(cidade, uf, graus).suspeita());
    }
}
