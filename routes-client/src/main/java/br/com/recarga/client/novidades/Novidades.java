package br.com.recarga.client.novidades;

/** Where routes tell a {@link br.com.recarga.contract.Novidade}, without knowing who listens. */
public final class Novidades {

    /**
     * The route that hears them. It is not there where nobody can listen, as at a terminal: routes that run there too must not
     * fail, or wait, for want of it.
     */
    public static final String ID = "difundir";

    private Novidades() {}
}
