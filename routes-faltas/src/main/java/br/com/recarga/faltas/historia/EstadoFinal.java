package br.com.recarga.faltas.historia;

import java.util.List;
import java.util.Set;

/** What the databases have when all has come to rest. */
public record EstadoFinal(List<ReservaGravada> reservas, List<ViagemGravada> viagens) {

    /**
     * A row of an operator.
     *
     * @param viagemId of a stop: the trip's, a dot, and the number of the attempt; else null
     */
    public record ReservaGravada(
            String id, String requestId, String viagemId, String placa, Vaga vaga, String situacao) {

        private static final Set<String> VIVAS = Set.of("PRE_RESERVADA", "CONFIRMADA", "EM_ANDAMENTO");

        boolean viva() {
            return VIVAS.contains(situacao);
        }

        boolean soSegurada() {
            return situacao.equals("PRE_RESERVADA");
        }

        /** The trip's, whichever attempt it was; null if it is no stop. */
        String viagem() {
            return viagemId == null ? null : viagemId.replaceFirst("\\.\\d+$", "");
        }
    }

    /** A row of a client's log of trips. */
    public record ViagemGravada(String viagemId, String requestId, String situacao) {

        boolean confirmada() {
            return situacao.equals("CONFIRMADA");
        }

        boolean terminada() {
            return !situacao.equals("EM_ANDAMENTO") && !situacao.equals("CANCELANDO");
        }
    }
}
