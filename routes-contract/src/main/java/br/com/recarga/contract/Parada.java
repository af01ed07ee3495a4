package br.com.recarga.contract;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/** A stop of a trip, as a server is asked for it. */
@WireFormat
@JanelaCoerente
public record Parada(
        @NotNull @Positive Integer postoId,
        @NotNull OffsetDateTime inicio,
        @NotNull OffsetDateTime fim) implements Janela {}
