package br.com.recarga.client.reservas;

import br.com.recarga.contract.ReservaEvento;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What operators and the clock did lately to reservations that this client made, to tell when the broker says it twice; gone
 * with the process.
 */
@Service
public class Eventos {

    /** How many are kept. */
    static final int MAXIMO = 1000;

    private final Deque<ReservaEvento> eventos = new ArrayDeque<>();

    /**
     * A message that the broker delivers twice counts once.
     *
     * @return whether it counts
     */
    synchronized boolean anotar(ReservaEvento evento) {
        if (eventos.contains(evento)) {
            return false;
        }
        if (eventos.size() == MAXIMO) {
            eventos.removeLast();
        }
        eventos.addFirst(evento);
        return true;
    }

    /** The newest first, at most 1000. */
    public synchronized List<ReservaEvento> recentes() {
        return List.copyOf(eventos);
    }
}
