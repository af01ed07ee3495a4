package br.com.recarga.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and their spreadsheets write them, with a comma or a point and without anything else. */
public final class Decimal {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,15}([.,][0-9]{1,20})?");
    private static final Pattern INTEIRO = Pattern.compile("[0-9]{1,9}");

    private Decimal() {}

    /** {@code 44,9} and {@code 44.9}; empty for whatever else programs take for a number, as {@code 0x1p5}, {@code 1e3} or {@code NaN}. */
    public static Optional<Double> ler(String texto) {
        String dito = texto.strip();
        return DECIMAL.matcher(dito).matches() ? Optional.of(Double.valueOf(dito.replace(',', '.'))) : Optional.empty();
    }

    /** One to nine digits, without a sign. */
    public static Optional<Integer> lerInteiro(String texto) {
        String dito = texto.strip();
        return INTEIRO.matcher(dito).matches() ? Optional.of(Integer.valueOf(dito)) : Optional.empty();
    }
}
