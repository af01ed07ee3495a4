package br.com.recarga.contract;

import br.com.recarga.contract.validation.JanelaCoerente;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;
import java.util.List;

/** A stop of a trip, as a server is asked for it. */
@JsonNaming(SnakeCaseStrategy.class)
@JanelaCoerente
public record Parada(
        @NotNull @Positive Integer postoId,
        @NotNull OffsetDateTime inicio,
        @NotNull OffsetDateTime fim) implements Janela {

    /** Whether each stop ends before the next begins; what is absent or invalid by itself is said elsewhere. */
    static boolean emOrdem(List<? extends Janela> paradas) {
        if (paradas == null) {
            return true;
        }
        for (int i = 1; i < paradas.size(); i++) {
            Janela before = paradas.get(i - 1);
            Janela next = paradas.get(i);
            if (before != null
                    && next != null
                    && before.fim() != null
                    && next.inicio() != null
                    && next.inicio().isBefore(before.fim())) {
                return false;
            }
        }
        return true;
    }
}
