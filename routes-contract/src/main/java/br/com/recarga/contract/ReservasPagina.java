package br.com.recarga.contract;

import java.util.List;

/**
 * Some of the reservations that an operator looks for, the latest window first.
 *
 * @param total how many there are in all
 * @param limite the most that a page holds, 1 to 200
 * @param deslocamento how many come before this page
 */
@WireFormat
public record ReservasPagina(
        Status status,
        Codigo codigo,
        String serverId,
        List<Reserva> reservas,
        long total,
        int limite,
        int deslocamento) {

    public ReservasPagina(String serverId, List<Reserva> reservas, long total, int limite, int deslocamento) {
        this(Status.SUCESSO, Codigo.OK, serverId, reservas, total, limite, deslocamento);
    }
}
