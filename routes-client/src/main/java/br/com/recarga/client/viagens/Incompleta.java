package br.com.recarga.client.viagens;

import java.util.Set;

/** Some server has not answered: what was asked of it is to be asked again. */
final class Incompleta extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Incompleta(Set<String> servidores) {
        super("no answer yet from " + servidores, null, false, false);
    }
}
