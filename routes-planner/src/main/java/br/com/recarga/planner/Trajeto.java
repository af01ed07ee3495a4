package br.com.recarga.planner;

/**
 * What is to be planned.
 *
 * @param partida whole seconds of the epoch
 * @param capacidade kWh
 * @param nivel kWh at departure
 * @param reserva kWh, below which the level never falls
 * @param taxa kWh per km
 */
record Trajeto(
        Local origem, Local destino, long partida, double capacidade, double nivel, double reserva, double taxa) {

    /** Levels are sums and differences of doubles: less than this (kWh) is no difference. */
    static final double TOLERANCIA = 1e-9;

    /** Ranges are quotients of doubles: less than this (m) is no difference. */
    static final double TOLERANCIA_M = 1e-6;

    /** What a leg takes out of the battery, in kWh. */
    double consumo(long metros) {
        return metros * taxa / 1000;
    }

    /** How far the car gets before its level falls below the reserve, in metres. */
    double alcance(double nivelDeSaida) {
        return Math.max(0, nivelDeSaida - reserva) / taxa * 1000;
    }

    boolean chega(double nivelDeChegada) {
        return nivelDeChegada >= reserva - TOLERANCIA;
    }
}
