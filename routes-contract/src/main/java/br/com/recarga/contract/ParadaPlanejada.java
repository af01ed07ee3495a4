package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * One stop of a {@link Plano}: a window at a point, with what happens to the battery in it. It can be posted as it is as a
 * stop of a trip.
 *
 * @param nome of the point
 * @param inicio not before the car arrives; whole seconds
 * @param fim when the car leaves; whole seconds
 * @param fuso the IANA zone of the point's place, by whose clocks the window is told; absent if it is not known
 * @param nivelChegada kWh
 * @param nivelSaida kWh
 * @param distanciaKm by road, of the leg that leads here
 * @param custo BRL, rounded up to the cent
 * @param potenciaMaxima kW, of the point
 * @param tipoConector of the point; absent if its operator does not say
 * @param duracaoMin minutes from {@code inicio} to {@code fim}, rounded up
 * @param energiaKwh what is charged
 * @param noturna whether some of it is between 22:00 and 5:00, by the clocks of the point's place
 */
@WireFormat
public record ParadaPlanejada(
        String serverId,
        Integer postoId,
        String nome,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        String fuso,
        Double nivelChegada,
        Double nivelSaida,
        Double distanciaKm,
        Double custo,
        Double potenciaMaxima,
        String tipoConector,
        Long duracaoMin,
        Double energiaKwh,
        Boolean noturna) {}
