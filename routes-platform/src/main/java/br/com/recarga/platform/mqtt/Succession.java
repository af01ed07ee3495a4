package br.com.recarga.platform.mqtt;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Of a connection that several processes have in turn, so that the broker takes them for one: MQTT 5's Will Delay Interval (section
 * 3.1.3.2.2) lets the next one come by the same client id before the Last Will of the one before is told.
 *
 * @param clientId the same for all, and nobody else's guess: who connects by it takes the connection over
 * @param patience how long the Last Will waits for a successor, in whole seconds
 * @param turn whether it is this process's, to be asked before each try to connect; one whose turn has ended stays until it is taken over
 */
public record Succession(String clientId, Duration patience, BooleanSupplier turn) {

    /** The connection is a process's own. */
    static final Succession NONE = new Succession(null, Duration.ZERO, () -> true);

    boolean isShared() {
        return clientId != null;
    }
}
