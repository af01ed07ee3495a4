package br.com.recarga.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one party may publish and hear.
 *
 * @param publica filters of the topics on which it may publish
 * @param ouve filters of the topics that it may hear
 */
record Direitos(List<String> publica, List<String> ouve) {

    Direitos {
        publica = List.copyOf(publica);
        ouve = List.copyOf(ouve);
    }

    /**
     * Reads what stands in Mosquitto's {@code acl_file} below one {@code user}.
     *
     * @param lines each {@code topic read FILTER}, {@code topic write FILTER} or {@code topic readwrite FILTER}; empty ones
     *     and comments are passed over
     * @throws IllegalArgumentException if a line is none of these
     */
    static Direitos de(List<String> lines) {
        List<String> publica = new ArrayList<>();
        List<String> ouve = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", 3);
            if (words.length < 3 || !words[0].equals("topic") || !words[1].matches("read|write|readwrite")) {
                throw new IllegalArgumentException("Not a right to a topic: " + line);
            }
            if (words[1].endsWith("write")) {
                publica.add(words[2]);
            }
            if (words[1].startsWith("read")) {
                ouve.add(words[2]);
            }
        }
        return new Direitos(publica, ouve);
    }

    /** These and others. */
    Direitos com(Direitos others) {
        return new Direitos(
                Stream.concat(publica.stream(), others.publica.stream()).toList(),
                Stream.concat(ouve.stream(), others.ouve.stream()).toList());
    }

    boolean podePublicar(String topic) {
        return publica.stream().anyMatch(allowed -> covers(allowed, topic));
    }

    /** Whether it may hear all that a filter, or a topic, matches. */
    boolean podeOuvir(String filter) {
        return ouve.stream().anyMatch(allowed -> covers(allowed, filter));
    }

    /** Whether all topics that the second filter matches are matched by the first. */
    private static boolean covers(String allowed, String filter) {
        // a wildcard in front leaves out the broker's own topics
        if (filter.startsWith("$") && !allowed.startsWith("$")) {
            return false;
        }
        String[] wide = allowed.split("/", -1);
        String[] narrow = filter.split("/", -1);
        for (int i = 0; i < wide.length; i++) {
            if (wide[i].equals("#")) {
                return true;
            }
            if (i == narrow.length || narrow[i].equals("#")) {
                return false;
            }
            if (!wide[i].equals("+") && !wide[i].equals(narrow[i])) {
                return false;
            }
        }
        return wide.length == narrow.length;
    }
}
