package br.com.recarga.server.viagens;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.server.reservas.Impedimento;
import java.util.Optional;

/**
 * Why a stop could not be held; nothing of it is true for one that could have been.
 *
 * @param ordem of the stop in the request, from 0
 * @param posto the point's name; null if there is none
 * @param tipoConector the point's; null if there is none
 * @param desligado its operator has switched the point off
 * @param soSegurado what keeps the point, if anything does, is only held for another trip
 * @param carroReservado the car is reserved elsewhere at this server in the window
 * @param cancelada the trip was cancelled before its hold came
 */
public record ImpedimentoDaParada(
        int ordem,
        String posto,
        String tipoConector,
        double latitude,
        double longitude,
        boolean emManutencao,
        boolean desligado,
        boolean ocupado,
        boolean soSegurado,
        boolean carroReservado,
        boolean cancelada) {

    /** The refusal, if it is the point that cannot be had; not to be asked of one that there is not. */
    Optional<PedidoRecusado> doPosto() {
        return new Impedimento(emManutencao, desligado, ocupado, cancelada, false).doPosto(posto);
    }
}
