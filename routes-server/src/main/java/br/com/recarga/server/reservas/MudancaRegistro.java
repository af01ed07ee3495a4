package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Situacao;

/** A row of {@code reservas_historico}. */
public record MudancaRegistro(String em, Situacao de, Situacao para, Autor por, String motivo) {}
