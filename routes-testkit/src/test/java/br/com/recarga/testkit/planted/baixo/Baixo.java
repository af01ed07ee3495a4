package br.com.recarga.testkit.planted.baixo;

import br.com.recarga.testkit.planted.alto.Alto;

/** Climbs, by nothing but a constant: the circle is closed by way of two other packages. */
public final class Baixo {

    public static boolean isAlto(Object value) {
        return Alto.ID.equals(value);
    }
}
