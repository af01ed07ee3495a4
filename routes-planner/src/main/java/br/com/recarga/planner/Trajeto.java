package br.com.recarga.planner;

import br.com.recarga.contract.Carro;

/**
 * What is to be planned.
 *
 * @param partida whole seconds of the epoch
 * @param carro with the level of the departure
 * @param reserva kWh, below which the level never falls
 * @param maximo kWh, beyond which no stop charges
 * @param chegada kWh that are left at the destination at the least, not less than {@code reserva}
 */
record Trajeto(Local origem, Local destino, long partida, Carro carro, double reserva, double maximo, double chegada) {

    /** Levels are sums and differences of doubles: less than this (kWh) is no difference. */
    static final double TOLERANCIA = 1e-9;

    /** Ranges are quotients of doubles: less than this (m) is no difference. */
    static final double TOLERANCIA_M = 1e-6;

    /** kWh. */
    double capacidade() {
        return carro.capacidadeBateria();
    }

    /** kWh at departure. */
    double nivel() {
        return carro.nivelBateriaAtual();
    }

    /** What a leg takes out of the battery, in kWh. */
    double consumo(long metros) {
        return metros * carro.taxaDescarga() / 1000;
    }

    /** How far the car gets before its level falls below the reserve, in metres. */
    double alcance(double nivelDeSaida) {
        return alcance(nivelDeSaida, reserva);
    }

    /** How far the destination may be, in metres. */
    double alcanceAteDestino(double nivelDeSaida) {
        return alcance(nivelDeSaida, chegada);
    }

    private double alcance(double nivelDeSaida, double resto) {
        return Math.max(0, nivelDeSaida - resto) / carro.taxaDescarga() * 1000;
    }

    boolean chega(double nivelDeChegada) {
        return nivelDeChegada >= reserva - TOLERANCIA;
    }

    boolean chegaAoDestino(double nivelDeChegada) {
        return nivelDeChegada >= chegada - TOLERANCIA;
    }
}
