package br.com.recarga.contract;

import br.com.recarga.contract.validation.Localizacao;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What a car tells of itself, on {@link Topics#CARROS_STATUS} and {@link Topics#CARROS_BATERIA}; absent fields change
 * nothing.
 *
 * @param nivelBateria kWh
 * @param taxaDescarga kWh per km
 * @param emCarregamento heard on {@code status} only
 * @param localizacao {@code "lat,lon"} in decimal degrees (WGS 84)
 */
@WireFormat
public record CarroTelemetria(
        @NotNull @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @NotNull @DecimalMin("0") @DecimalMax("1000") Double nivelBateria,
        @DecimalMin("0.01") @DecimalMax("10") Double taxaDescarga,
        Boolean emCarregamento,
        @Localizacao String localizacao) {

    public CarroTelemetria {
        placa = Carro.normalizar(placa);
    }
}
