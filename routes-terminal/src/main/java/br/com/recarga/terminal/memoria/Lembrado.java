package br.com.recarga.terminal.memoria;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ViagemBody;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered; what was remembered last comes first. Its lists are this copy's own and may be changed.
 *
 * @param carros at most one for each plate
 * @param pendentes requests for trips whose answer has not come
 */
public record Lembrado(
        List<Carro> carros, List<ReservaFeita> reservas, List<ViagemFeita> viagens, List<ViagemPedida> pendentes) {

    public Lembrado {
        carros = proprios(carros);
        reservas = proprios(reservas);
        viagens = proprios(viagens);
        pendentes = proprios(pendentes);
    }

    /** With an entry that is null, which nobody here writes, the whole file counts as one that cannot be read. */
    private static <T> List<T> proprios(List<T> lidos) {
        return lidos == null ? new ArrayList<>() : new ArrayList<>(List.copyOf(lidos));
    }

    /** A reservation and what is needed to see, change or cancel it. */
    public record ReservaFeita(
            String reservaId,
            String codigoReserva,
            String serverId,
            Integer postoId,
            String placa,
            OffsetDateTime inicio,
            OffsetDateTime fim) {}

    /** A trip, in the same way. */
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
    public record ViagemPedida(String chave, ViagemBody pedido, String origem, String destino) {}
}
