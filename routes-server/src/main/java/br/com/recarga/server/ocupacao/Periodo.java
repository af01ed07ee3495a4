package br.com.recarga.server.ocupacao;

import java.time.OffsetDateTime;

/** A time that has passed or is to come; either end may be left open. */
public record Periodo(OffsetDateTime de, OffsetDateTime ate) {}
