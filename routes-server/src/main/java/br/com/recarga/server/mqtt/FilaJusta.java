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
 * being refused for a while. Whoever has nothing waiting is always let in. There are {@value #FILAS} lines at most, whatever
 * names are made up: of more, some share one.
 *
 * @param <E> what waits
 */
final class FilaJusta<E> {

    private static final int FILAS = 1024;

    private final int lugares;
    /** The lines that are not empty, in the order of their turns. */
    private final Map<Integer, Fila<E>> filas = new LinkedHashMap<>();

    /** @param lugares how much may wait in all, in the unit of {@link #entrar}'s {@code peso}; positive */
    FilaJusta(int lugares) {
        this.lugares = lugares;
    }

    /**
     * @param dono whose it is
     * @param peso how much room it takes; positive
     * @return false if its owner has its share of the room already; it does not wait then
     */
    synchronized boolean entrar(Object dono, int peso, E espera) {
        Fila<E> fila = filas.computeIfAbsent(Math.floorMod(dono.hashCode(), FILAS), numero -> new Fila<>());
        if (fila.peso > 0 && fila.peso + peso > lugares / filas.size()) {
            return false;
        }
        fila.peso += peso;
        fila.esperas.add(new Espera<>(espera, peso));
        return true;
    }

    /** Takes what has its turn; null if nothing waits. */
    synchronized E proxima() {
        Iterator<Map.Entry<Integer, Fila<E>>> vezes = filas.entrySet().iterator();
        if (!vezes.hasNext()) {
            return null;
        }
        Map.Entry<Integer, Fila<E>> vez = vezes.next();
        Integer numero = vez.getKey();
        Fila<E> fila = vez.getValue();
        vezes.remove();
        Espera<E> proxima = fila.esperas.remove();
        fila.peso -= proxima.peso();
        if (!fila.esperas.isEmpty()) {
            filas.put(numero, fila);
        }
        return proxima.oQue();
    }

    private static final class Fila<E> {

        private final Queue<Espera<E>> esperas = new ArrayDeque<>();
        private int peso;
    }

    private record Espera<E>(E oQue, int peso) {}
}
