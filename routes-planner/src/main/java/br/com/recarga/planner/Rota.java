package br.com.recarga.planner;

import java.util.List;

/**
 * A way to the destination, as the search found it.
 *
 * @param chegada whole seconds of the epoch
 * @param metros all legs
 * @param nivelChegada kWh
 */
record Rota(List<Parada> paradas, long chegada, long metros, double nivelChegada) {

    /**
     * One stop.
     *
     * @param inicio whole seconds of the epoch
     * @param fim whole seconds of the epoch
     * @param nivelChegada kWh
     * @param nivelSaida kWh
     * @param metros of the leg that leads here
     * @param centavos of BRL
     */
    record Parada(
            PontoCandidato ponto,
            long inicio,
            long fim,
            double nivelChegada,
            double nivelSaida,
            long metros,
            long centavos) {}

    int numeroDeParadas() {
        return paradas.size();
    }

    long centavos() {
        return paradas.stream().mapToLong(Parada::centavos).sum();
    }
}
