package br.com.recarga.contract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * How much an operator's points were used in a period.
 *
 * @param de belongs to the period
 * @param ate does not
 */
@WireFormat
public record Ocupacao(
        Status status,
        Codigo codigo,
        String serverId,
        OffsetDateTime de,
        OffsetDateTime ate,
        Uso total,
        List<UsoDoPosto> postos) {

    public Ocupacao(String serverId, OffsetDateTime de, OffsetDateTime ate, Uso total, List<UsoDoPosto> postos) {
        this(Status.SUCESSO, Codigo.OK, serverId, de, ate, total, postos);
    }

    /** Of one point. */
    @WireFormat
    public record UsoDoPosto(Integer postoId, String posto, Uso uso) {}

    /**
     * @param reservas how many whose window overlaps the period, by state
     * @param horasReservadas of the period, in which a window was kept: held, confirmed, arrived, or, until its car left,
     *     completed; of one point never more than the period has, of the total those of all points
     * @param taxaOcupacao the share of the period, 0 to 1, in which a point was reserved or charged; of the total the mean of
     *     the points
     * @param carregamentos how many ended in the period; energy and revenue are theirs
     * @param energiaKwh kWh
     * @param receita BRL
     */
    @WireFormat
    public record Uso(
            Map<Situacao, Long> reservas,
            double horasReservadas,
            double taxaOcupacao,
            long carregamentos,
            double energiaKwh,
            double receita) {}
}
