package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Situacao;
import org.junit.jupiter.api.Test;

class EventosTest {

    private final Eventos eventos = new Eventos();

    @Test
    void theNewestIsFirstAndTheOldestMakesRoom() {
        for (int i = 0; i <= Eventos.MAXIMO; i++) {
            eventos.anotar(evento("r-" + i));
        }

        assertThat(eventos.recentes()).hasSize(1000).doesNotContain(evento("r-0"));
        assertThat(eventos.recentes().get(0)).isEqualTo(evento("r-1000"));
        assertThat(eventos.recentes().get(999)).isEqualTo(evento("r-1"));
    }

    @Test
    void whatIsDeliveredTwiceCountsOnce() {
        eventos.anotar(evento("r-1"));
        eventos.anotar(evento("r-2"));
        eventos.anotar(evento("r-1"));

        assertThat(eventos.recentes()).containsExactly(evento("r-2"), evento("r-1"));
    }

    @Test
    void whatWasReadDoesNotChange() {
        var before = eventos.recentes();

        eventos.anotar(evento("r-1"));

        assertThat(before).isEmpty();
    }

    private static ReservaEvento evento(String reservaId) {
        return new ReservaEvento(
                reservaId,
                "server1",
                null,
                null,
                5,
                "ABC1D23",
                null,
                null,
                Situacao.EXPIRADA,
                Autor.SISTEMA,
                null,
                null,
                null,
                null);
    }
}
