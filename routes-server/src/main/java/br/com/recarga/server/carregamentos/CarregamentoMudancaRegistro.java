package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Autor;

/** A row of {@code carregamentos_historico}. */
public record CarregamentoMudancaRegistro(String em, Autor por, String motivo, Double energiaKwh, Double custo) {}
