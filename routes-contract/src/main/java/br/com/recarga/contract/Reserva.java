package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A reservation. Whoever does not show its {@code codigo_reserva} sees no more than server, point, window and state;
 * whoever has the id of its trip also its id.
 *
 * @param requestId of the request that reserved
 * @param fuso the IANA zone of the point's place, by whose clocks all its times are told
 * @param criadaEm when it was made
 * @param chegarAte until when the car is waited for; absent if it is not waited for
 * @param termos what was agreed
 * @param aviso what has since become of the point that may make the reservation useless; absent: nothing
 * @param chegouEm since when its car waits at the point, which another still occupies; absent: it does not
 * @param historico every change of state or window, the first first
 */
@WireFormat
public record Reserva(
        String reservaId,
        String serverId,
        String requestId,
        String viagemId,
        Integer postoId,
        String posto,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        String fuso,
        Situacao situacao,
        OffsetDateTime chegarAte,
        Termos termos,
        String aviso,
        OffsetDateTime criadaEm,
        OffsetDateTime chegouEm,
        List<Mudanca> historico) {

    /** What whoever has the trip's id may see: nothing of the car. */
    public Reserva daViagem() {
        return new Reserva(
                reservaId, serverId, null, viagemId, postoId, posto, null, inicio, fim, fuso, situacao, chegarAte,
                termos, aviso, null, null, null);
    }

    /** What anybody may see. */
    public Reserva resumo() {
        return new Reserva(
                null, serverId, null, null, postoId, posto, null, inicio, fim, fuso, situacao, chegarAte, termos, aviso,
                null, null, null);
    }
}
