package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListaEmPartesTest {

    private static final Instant COMECO = Instant.parse("2026-12-24T14:00:00Z");

    /** Within the limits of {@code RECARGA_PRAZO}. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 13, 15, 27, 50})
    void noPartIsAskedForThatCouldComeAfterWhoeverWaitsHasGivenUp(int segundos) {
        Duration prazo = Duration.ofSeconds(segundos);
        ListaEmPartes partes = new ListaEmPartes(ContractJson.mapper().createObjectNode(), COMECO, prazo);
        Instant ultima = COMECO.plus(ListaEmPartes.LIMITE).minus(prazo);

        assertThat(partes.passouDoPrazo(ultima.plusMillis(1))).isTrue();
        assertThat(partes.passouDoPrazo(COMECO.plus(Duration.ofSeconds(Math.min(segundos, 5)))))
                .isFalse();
    }
}
