package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Autor;

/**
 * A row of {@code carregamentos_historico}.
 *
 * @param operador the name of the operator who said it; null: it was none, or nobody knows
 */
public record CarregamentoMudancaRegistro(
        String em, Autor por, String operador, String motivo, Double energiaKwh, Double custo) {}
