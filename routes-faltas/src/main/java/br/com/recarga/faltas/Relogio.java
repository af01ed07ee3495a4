package br.com.recarga.faltas;

/** The time of a campaign, which no change of the machine's clock touches. */
final class Relogio {

    private final long begin = System.nanoTime();

    /** In ms since it began. */
    long now() {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
