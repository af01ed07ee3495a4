package br.com.recarga.contract;

import java.util.List;

/** The reservations that were asked for, the latest window first; those of a trip in the order of the journey. */
@WireFormat
public record ReservasResponse(
        String requestId, String serverId, Status status, Codigo codigo, List<Reserva> reservas) {

    public ReservasResponse(String requestId, String serverId, List<Reserva> reservas) {
        this(requestId, serverId, Status.SUCESSO, Codigo.OK, reservas);
    }
}
