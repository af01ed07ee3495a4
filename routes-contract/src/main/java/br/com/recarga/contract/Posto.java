package br.com.recarga.contract;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A charging point, as replies show it.
 *
 * @param id positive, unique within its server
 * @param localizacao {@code "lat,lon"} in decimal degrees (WGS 84)
 * @param potenciaMaxima kW
 * @param tipoConector a {@link Conector} in its one spelling; whatever else its operator says of it, as it is said
 * @param precoKwh BRL per kWh
 * @param disponivel free and in service in the window asked for (without one: now)
 * @param proximaJanela when it is next free for at least 15 min, within seven days; only over the server's HTTP
 * @param ocupado the windows of the next seven days in which it is taken; only if the request asked for the agenda
 * @param distanciaKm great-circle distance from the point that was asked for; only in alternatives
 * @param fuso the IANA zone of its place, whose clocks people read there; absent from servers that do not say
 */
@WireFormat
@RecordBuilder
public record Posto(
        Integer id,
        String nome,
        String cidade,
        String uf,
        String localizacao,
        Double potenciaMaxima,
        String tipoConector,
        Double precoKwh,
        Boolean disponivel,
        Boolean emManutencao,
        JanelaLivre proximaJanela,
        Double distanciaKm,
        List<JanelaOcupada> ocupado,
        String fuso)
        implements PostoBuilder.With {

    public Posto {
        tipoConector = Conector.normalizar(tipoConector);
    }
}
