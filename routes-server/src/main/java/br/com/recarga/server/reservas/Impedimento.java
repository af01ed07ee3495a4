package br.com.recarga.server.reservas;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import java.util.Optional;

/**
 * Why a reservation could not be written; none means that the car is reserved elsewhere in the window.
 *
 * @param emManutencao the point is out of service
 * @param desligado its operator has switched the point off
 * @param ocupado the point is taken in the window
 * @param viagemCancelada the trip that it is part of was cancelled
 * @param chaveUsada the request has made a reservation so long ago that its answer is forgotten
 */
public record Impedimento(
        boolean emManutencao, boolean desligado, boolean ocupado, boolean viagemCancelada, boolean chaveUsada) {

    /**
     * The refusal, if it is the point that cannot be had in the window.
     *
     * @param nome the point's
     */
    public Optional<PedidoRecusado> doPosto(String nome) {
        if (emManutencao) {
            return recusa(Codigo.POSTO_EM_MANUTENCAO, "O posto %s está em manutenção nesse horário", nome);
        }
        if (desligado) {
            return recusa(Codigo.POSTO_OCUPADO, "O posto %s foi desligado pelo operador", nome);
        }
        return ocupado ? recusa(Codigo.POSTO_OCUPADO, "O posto %s está ocupado nesse horário", nome) : Optional.empty();
    }

    private static Optional<PedidoRecusado> recusa(Codigo codigo, String mensagem, String nome) {
        return Optional.of(new PedidoRecusado(codigo, mensagem.formatted(nome)));
    }
}
