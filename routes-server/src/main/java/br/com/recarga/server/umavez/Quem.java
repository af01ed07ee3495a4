package br.com.recarga.server.umavez;

import br.com.recarga.contract.Autor;
import java.util.Map;

/**
 * Who asks.
 *
 * @param operador the name with which an operator has come in; null for anybody else
 */
public record Quem(Autor autor, String operador) {

    static final Quem MOTORISTA = new Quem(Autor.MOTORISTA, null);

    /** An operator, by this name. */
    public static Quem operador(String nome) {
        return new Quem(Autor.OPERADOR, nome);
    }

    /** Whether it needs no code of a reservation. */
    public boolean ehOperador() {
        return autor == Autor.OPERADOR;
    }

    /** Of what only operators do: one of them, also if it was told by somebody who has not come in. */
    public Quem comoOperador() {
        return operador(operador);
    }

    /** Adds what the statements that it asks for write of it. */
    public void assinar(Map<String, Object> parametros) {
        parametros.put("por", autor.name());
        parametros.put("operador", operador);
    }
}
