package br.com.recarga.platform.database;

/** A copy of a database is not made, or not put in its place; the message says why, in the operator's language. */
public final class CopyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyRefused(String message, Object... arguments) {
        super(message.formatted(arguments), null, false, false);
    }
}
