package br.com.recarga.contract;

import br.com.recarga.contract.validation.Localizacao;
import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A charging point as its operator describes it.
 *
 * @param id 1 to 1,000,000,000; absent: the server chooses
 * @param localizacao {@code "lat,lon"} in decimal degrees (WGS 84)
 * @param potenciaMaxima kW, 1 to 1000
 * @param precoKwh BRL per kWh, 0 to 100
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostoBody(
        @Positive @Max(1_000_000_000) Integer id,
        @NotBlank @Size(max = 80) @SemControle String nome,
        @NotBlank @Size(max = 80) @SemControle String cidade,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "{recarga.uf}")
        String uf,

        @NotNull @Localizacao String localizacao,
        @NotNull @DecimalMin("1") @DecimalMax("1000") Double potenciaMaxima,
        @NotBlank @Size(max = 40) @SemControle String tipoConector,
        @NotNull @DecimalMin("0") @DecimalMax("100") Double precoKwh) {}
