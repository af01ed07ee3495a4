package br.com.recarga.server.mqtt;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A queue in which nobody stands behind the many of another: turns go round among those who have something waiting, and what
 * is one's own comes in the order in which it came. Safe for many threads, none of which ever waits.
 *
 * <p>Its room is shared out among whoever waits, so one alone may take all of it, and loses what is more than its share only by
 * being refused for a while. Whoever proves who he is and has nothing waiting is always let in. Names that are only said can be
 * made up: however many there are, together they take twice the room at most, and neither a proven name's line nor its turn.
 *
 * @param <E> what waits
 */
final class FilaJusta<E> {

    /** Lines of names that are only said; there are as many more for proven ones. Of further names all share one. */
    private static final int FILAS = 1024;

    private final int lugares;
    /** The lines that are not empty, in the order of their turns. */
    private final Map<Dono, Fila<E>> filas = new LinkedHashMap<>();

    private int ocupados;

    /** @param lugares how much may wait in all, in the unit of {@link #entrar}'s {@code peso}; positive */
    FilaJusta(int lugares) {
        this.lugares = lugares;
    }

    /**
     * @param dono whose it is
     * @param peso how much room it takes; positive
     * @return false if its owner has its share of the room already; it does not wait then
     */
    synchronized boolean entrar(Dono dono, int peso, E espera) {
        Dono linha =
                filas.containsKey(dono) || filas.size() < (dono.provado() ? 2 * FILAS : FILAS) ? dono : dono.semNome();
        Fila<E> fila = filas.get(linha);
        if (fila == null ? !cabeAlguem(dono, peso) : !cabeMais(fila, peso)) {
            return false;
        }
        filas.computeIfAbsent(linha, nova -> new Fila<>()).entrar(espera, peso);
        ocupados += peso;
        return true;
    }

    private boolean cabeAlguem(Dono dono, int peso) {
        return dono.provado() || ocupados + peso <= 2 * lugares;
    }

    private boolean cabeMais(Fila<E> fila, int peso) {
        return ocupados + peso <= 2 * lugares && fila.peso + peso <= lugares / filas.size();
    }

    /** How much room is taken. */
    synchronized int ocupados() {
        return ocupados;
    }

    /** Takes what has its turn; null if nothing waits. */
    synchronized E proxima() {
        Iterator<Map.Entry<Dono, Fila<E>>> vezes = filas.entrySet().iterator();
        if (!vezes.hasNext()) {
            return null;
        }
        Map.Entry<Dono, Fila<E>> vez = vezes.next();
        Dono linha = vez.getKey();
        Fila<E> fila = vez.getValue();
        vezes.remove();
        Espera<E> proxima = fila.esperas.remove();
        fila.peso -= proxima.peso();
        ocupados -= proxima.peso();
        if (!fila.esperas.isEmpty()) {
            filas.put(linha, fila);
        }
        return proxima.oQue();
    }

    /**
     * Whose something is.
     *
     * @param provado whether it is more than a name that is said
     */
    record Dono(String nome, boolean provado) {

        /** All for whom there is no line of their own. */
        private Dono semNome() {
            return new Dono(null, provado);
        }
    }

    private static final class Fila<E> {

        private final Queue<Espera<E>> esperas = new ArrayDeque<>();
        private int peso;

        void entrar(E espera, int peso) {
            esperas.add(new Espera<>(espera, peso));
            this.peso += peso;
        }
    }

    private record Espera<E>(E oQue, int peso) {}
}
