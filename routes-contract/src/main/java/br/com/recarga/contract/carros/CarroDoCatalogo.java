package br.com.recarga.contract.carros;

import br.com.recarga.contract.WireFormat;
import java.time.LocalDate;
import java.util.List;

/**
 * A car as its sources describe it; what none of them says is absent.
 *
 * @param marca the maker
 * @param modelo with the version, if there are several
 * @param capacidadeBateria kWh that can be used
 * @param potenciaMaximaAc kW from alternating current
 * @param potenciaMaximaCc kW from direct current
 * @param conectores each a {@link br.com.recarga.contract.Conector}
 * @param taxaDescarga kWh per km
 * @param fontes addresses
 * @param data of the newest source, or when it was read, if it says none
 */
@WireFormat
public record CarroDoCatalogo(
        String marca,
        String modelo,
        Double capacidadeBateria,
        Double potenciaMaximaAc,
        Double potenciaMaximaCc,
        List<String> conectores,
        Double taxaDescarga,
        List<String> fontes,
        LocalDate data) {}
