package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/**
 * The body of {@code POST /esperas}: a point that is taken, of which somebody wants to hear when it is given back.
 *
 * @param inicio with {@code fim}, the window in which it is wanted, of which at least 15 minutes are left; both absent: from now on, as soon as it is free
 */
@WireFormat
@JanelaCoerente
public record EsperarBody(
        @NotNull @Identificador String serverId,
        @NotNull @Positive Integer postoId,
        OffsetDateTime inicio,
        OffsetDateTime fim)
        implements Janela {}
