package br.com.recarga.server.carregamentos;

/**
 * A row of {@code carregamentos}.
 *
 * @param reservaId null: a car without a reservation
 * @param inicio ISO-8601, UTC
 * @param fim ISO-8601, UTC; null while it goes on
 * @param precoKwh BRL per kWh
 * @param energiaKwh null while it goes on
 * @param custo BRL; null while it goes on
 */
public record CarregamentoRegistro(
        long id,
        int postoId,
        String reservaId,
        String placa,
        String inicio,
        String fim,
        double precoKwh,
        Double energiaKwh,
        Double custo) {}
