package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A car's battery is below 20 %: where it could charge, on {@link Topics#alerta}. Each server that knows the car tells of
 * its own points.
 *
 * @param nivelBateria kWh
 * @param percentual of the capacity, 0 to 100
 * @param autonomiaKm how far the car gets
 * @param postos free now, within reach and with a connector that the car has used here, nearest first
 */
@WireFormat
public record AlertaBateria(
        String placa,
        String serverId,
        Double nivelBateria,
        Double percentual,
        Double autonomiaKm,
        String mensagem,
        List<Posto> postos,
        OffsetDateTime timestamp) {}
