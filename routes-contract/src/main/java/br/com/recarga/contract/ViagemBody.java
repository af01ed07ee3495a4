package br.com.recarga.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The body of {@code POST /viagens}: stops at several operators, reserved all or none.
 *
 * @param paradas 1 to 20, as a plan has, in the order of the journey, windows not overlapping
 */
@WireFormat
public record ViagemBody(
        @NotNull @Valid Carro carro,

        @NotNull @Size(min = 1, max = 20, message = "{recarga.numero_de_paradas}") @Valid @EmOrdem
        List<@NotNull ParadaDaViagem> paradas) {}
