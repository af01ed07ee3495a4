package br.com.recarga.faltas;

/** The campaign cannot be run here; the message says why, in one line. */
final class CampanhaImpossivel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CampanhaImpossivel(String why) {
        super(why);
    }
}
