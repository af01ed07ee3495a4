package br.com.recarga.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports that nobody listens on, and that stay free until they are used: they lie below those from which systems take one for
 * each outgoing connection (on Linux from 32768 on), and in a block which this process alone takes its ports from.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int BLOCK = 250;

    /** Listens on the first port of our block, until this process ends, so that no other process takes the block. */
    private static ServerSocket claim;

    private static int last;

    private FreePorts() {}

    /** So many different ones. */
    public static synchronized List<Integer> find(int count) {
        if (claim == null) {
            claim = claimBlock();
            last = claim.getLocalPort();
        }
        List<Integer> ports = new ArrayList<>();
        for (int tried = 1; tried < BLOCK && ports.size() < count; tried++) {
            last = last + 1 < claim.getLocalPort() + BLOCK ? last + 1 : claim.getLocalPort() + 1;
            if (isFree(last)) {
                ports.add(last);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException(
                    "No " + count + " free ports from " + claim.getLocalPort() + " on, in a block of " + BLOCK);
        }
        return ports;
    }

    private static ServerSocket claimBlock() {
        for (int first = LOWEST; first + BLOCK <= HIGHEST; first += BLOCK) {
            try {
                return new ServerSocket(first);
            } catch (IOException taken) {
                // by another process of the tests, or by somebody who knows nothing of this
            }
        }
        throw new IllegalStateException("No free block of ports from " + LOWEST + " to " + HIGHEST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
