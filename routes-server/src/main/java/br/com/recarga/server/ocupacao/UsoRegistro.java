package br.com.recarga.server.ocupacao;

/**
 * How much a point was used in a period.
 *
 * @param segundosReservados of the period, in which a reservation kept it
 * @param segundosOcupados of the period, in which a reservation or a charge did
 * @param carregamentos how many ended in the period
 * @param energiaKwh of those
 * @param receita of those, BRL
 */
public record UsoRegistro(
        int postoId,
        String posto,
        long preReservadas,
        long confirmadas,
        long emAndamento,
        long concluidas,
        long canceladas,
        long expiradas,
        long segundosReservados,
        long segundosOcupados,
        long carregamentos,
        double energiaKwh,
        double receita) {}
