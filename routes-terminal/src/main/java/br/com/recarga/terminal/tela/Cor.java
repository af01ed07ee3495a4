package br.com.recarga.terminal.tela;

/** The few styles that are used, with colours of the terminal's own scheme, so that they can be read on dark and light. */
public enum Cor {
    VERDE("32"),
    VERMELHO("31"),
    AMARELO("33"),
    CIANO("36"),
    NEGRITO("1"),
    FRACO("2");

    private static final String CSI = "\u001b[";

    private final String sgr;

    Cor(String sgr) {
        this.sgr = sgr;
    }

    String em(String texto) {
        return CSI + sgr + "m" + texto + CSI + "0m";
    }
}
