package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The flat body of {@code POST /reservar}; units and bounds as in {@link Carro} and {@link ReservaRequest}, whose rules are
 * checked once it has become one.
 */
@WireFormat
public record ReservarBody(
        String placa,
        String modelo,
        Double capacidadeBateria,
        Double nivelBateriaAtual,
        Double taxaDescarga,
        Integer postoId,
        String serverId,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        Double potenciaMaximaAc,
        Double potenciaMaximaCc,
        List<String> conectores,
        Boolean aceitaEquivalente) {

    /** The same request as it goes over MQTT. */
    public ReservaRequest toRequest(String requestId, String clientId) {
        Carro carro = new Carro(
                placa,
                modelo,
                capacidadeBateria,
                nivelBateriaAtual,
                taxaDescarga,
                potenciaMaximaAc,
                potenciaMaximaCc,
                conectores);
        return new ReservaRequest(
                requestId, clientId, serverId, carro, postoId, inicio, fim, null, aceitaEquivalente, null);
    }
}
