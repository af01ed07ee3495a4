package br.com.recarga.terminal.memoria;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.contract.WireFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that is remembered; what was remembered last comes first.
 *
 * @param carros at most one for each plate
 * @param pendentes requests for trips whose answer has not come
 */
@WireFormat
@JsonIgnoreProperties(ignoreUnknown = true)
public record Lembrado(
        List<Carro> carros, List<ReservaFeita> reservas, List<ViagemFeita> viagens, List<ViagemPedida> pendentes) {

    public Lembrado {
        carros = carros == null ? List.of() : List.copyOf(carros);
        reservas = reservas == null ? List.of() : List.copyOf(reservas);
        viagens = viagens == null ? List.of() : List.copyOf(viagens);
        pendentes = pendentes == null ? List.of() : List.copyOf(pendentes);
    }

    /** A reservation and what is needed to see, change or cancel it. */
    @WireFormat
    public record ReservaFeita(
            String reservaId,
            String codigoReserva,
            String serverId,
            Integer postoId,
            String placa,
            OffsetDateTime inicio,
            OffsetDateTime fim) {}

    /** A trip, in the same way. */
    @WireFormat
    public record ViagemFeita(
            String viagemId,
            String codigoReserva,
            String placa,
            String origem,
            String destino,
            OffsetDateTime partida) {}

    /**
     * A request for a trip, as it was sent: sent again with its key, it is the same trip.
     *
     * @param chave the request id
     * @param origem null: unknown
     * @param destino null: unknown
     */
    @WireFormat
    public record ViagemPedida(String chave, ViagemBody pedido, String origem, String destino) {}
}
