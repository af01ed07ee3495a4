package br.com.recarga.server.ocupacao;

/**
 * How much a point was used in a period.
 *
 * @param segundosReservados of the windows that were kept, the part within the period
 * @param segundosAvulsos of the charges of cars that had not reserved, the part within the period
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
        long segundosAvulsos,
        long carregamentos,
        double energiaKwh,
        double receita) {}
