package br.com.recarga.client.viagens;

/** Not every stop could be held: the saga is to be compensated. */
final class NaoSegurada extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passageira;

    /**
     * @param passageira whether all that is in the way are holds of others, which may be let go of in a moment
     */
    NaoSegurada(boolean passageira) {
        super("not every stop could be held", null, false, false);
        this.passageira = passageira;
    }

    boolean passageira() {
        return passageira;
    }
}
