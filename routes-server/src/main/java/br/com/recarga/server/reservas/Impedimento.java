package br.com.recarga.server.reservas;

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
        boolean emManutencao, boolean desligado, boolean ocupado, boolean viagemCancelada, boolean chaveUsada) {}
