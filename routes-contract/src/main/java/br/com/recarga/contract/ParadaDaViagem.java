package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/** A stop of a trip, at whichever operator. */
@WireFormat
@JanelaCoerente
public record ParadaDaViagem(
        @NotNull @Identificador String serverId,
        @NotNull @Positive Integer postoId,
        @NotNull OffsetDateTime inicio,
        @NotNull OffsetDateTime fim)
        implements Janela {}
