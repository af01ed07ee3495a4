package br.com.recarga.testkit.planted.alto;

import br.com.recarga.testkit.planted.meio.Meio;

public record Alto(Meio meio) {

    public static final String ID = "alto";
}
