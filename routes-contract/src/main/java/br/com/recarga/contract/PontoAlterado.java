package br.com.recarga.contract;

import java.util.List;

/**
 * A point after its operator has switched it, and what that did to its reservations.
 *
 * @param afetadas how many reservations that wait for their cars it touches: those that it cancelled, and those whose drivers
 *     are told that the point is not any more what they reserved
 * @param canceladas how many reservations it cancelled
 * @param reservasCanceladas their ids
 */
@WireFormat
public record PontoAlterado(
        Status status,
        Codigo codigo,
        String serverId,
        Posto posto,
        int afetadas,
        int canceladas,
        List<String> reservasCanceladas) {

    public PontoAlterado(String serverId, Posto posto, int afetadas, List<String> reservasCanceladas) {
        this(Status.SUCESSO, Codigo.OK, serverId, posto, afetadas, reservasCanceladas.size(), reservasCanceladas);
    }
}
