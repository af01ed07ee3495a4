package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Situacao;

/**
 * A row of {@code reservas_historico}.
 *
 * @param operador the name of the operator who did it; null: it was none, or nobody knows
 */
public record MudancaRegistro(String em, Situacao de, Situacao para, Autor por, String operador, String motivo) {

    MudancaRegistro semOperador() {
        return new MudancaRegistro(em, de, para, por, null, motivo);
    }
}
