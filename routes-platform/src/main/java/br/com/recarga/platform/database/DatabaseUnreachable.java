package br.com.recarga.platform.database;

import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why PostgreSQL is not to be had when a process starts, and nothing of where in the program that was noticed. */
final class DatabaseUnreachable extends AbstractFailureAnalyzer<PSQLException> {

    /** Of SQLSTATE, its first two characters. */
    private static final int CLASS = 2;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        String why = why(cause, DatabaseUrl.SETTING);
        return why == null
                ? null
                : new FailureAnalysis(why, "Confira " + DatabaseUrl.SETTING + " e o banco (docs/operacao.md).", cause);
    }

    /**
     * Null if it is something else.
     *
     * @param url what says where it is
     */
    static String why(PSQLException cause, String url) {
        return switch (cause.getSQLState() == null ? "" : cause.getSQLState().substring(0, CLASS)) {
            case "08" -> "O PostgreSQL de %s não responde: %s".formatted(url, cause.getMessage());
            case "28" -> "O PostgreSQL de %s não aceita o usuário ou a senha.".formatted(url);
            case "3D" -> "O PostgreSQL não tem o banco que %s nomeia.".formatted(url);
            case "55" -> "O banco já está em uso por outro processo.";
            case "0A" -> "Falta ao PostgreSQL o que o banco precisa: " + cause.getMessage();
            case "53", "57" -> "O PostgreSQL de %s não atende agora: %s".formatted(url, cause.getMessage());
            case "42" -> "O PostgreSQL não deixa fazer o que falta no banco: " + cause.getMessage();
            default -> null;
        };
    }
}
