package br.com.recarga.server.janelas;

import java.time.Instant;

/** A window with both ends, in whole seconds; {@code inicio} belongs to it, {@code fim} does not. */
public record JanelaDefinida(Instant inicio, Instant fim) {}
