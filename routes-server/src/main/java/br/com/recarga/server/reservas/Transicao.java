package br.com.recarga.server.reservas;

import br.com.recarga.contract.Situacao;
import br.com.recarga.server.umavez.Quem;

/**
 * A change of state that somebody asks for.
 *
 * @param codigoReserva what whoever reserved was given; null if {@code exigeCodigo} is false
 * @param exigeCodigo whether the caller may only change what it has the code of
 * @param motivo for the history; may be null
 */
public record Transicao(
        String reservaId, String codigoReserva, boolean exigeCodigo, Situacao para, Quem quem, String motivo) {}
