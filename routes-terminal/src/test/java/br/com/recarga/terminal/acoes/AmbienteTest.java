package br.com.recarga.terminal.acoes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.memoria.Memoria;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Recarga;
import br.com.recarga.terminal.rotas.Resultado;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmbienteTest {

    private final List<Rotas> ligadas = new ArrayList<>();
    private final Ambiente ambiente = new Ambiente(null, null, new Memoria(Path.of("")), this::ligar);
    private boolean semDiario;

    /** Routes that only know how far they reach, and whether they still run. */
    private static final class Rotas implements Recarga {

        private final Alcance alcance;
        private boolean fechadas;

        Rotas(Alcance alcance) {
            this.alcance = alcance;
        }

        @Override
        public void esperarBroker() {
            // it is there
        }

        @Override
        public Resultado chamar(Chamada chamada) {
            throw new AssertionError("Nobody expects " + chamada);
        }

        @Override
        public void close() {
            assertThat(fechadas).isFalse();
            fechadas = true;
        }
    }

    private Recarga ligar(Alcance alcance) {
        assertThat(ligadas).allMatch(antes -> antes.fechadas);
        if (semDiario && alcance == Alcance.TAMBEM_VIAGENS) {
            throw new UncheckedIOException(new IOException("viagens.db"));
        }
        ligadas.add(new Rotas(alcance));
        return ligadas.get(ligadas.size() - 1);
    }

    @Test
    void theRoutesOfTripsServeAllThatIsAskedFor() {
        Recarga todas = ambiente.recarga(Alcance.TAMBEM_VIAGENS);

        assertThat(ambiente.recarga(Alcance.POSTOS_E_RESERVAS)).isSameAs(todas);
        assertThat(ambiente.recarga(Alcance.TAMBEM_VIAGENS)).isSameAs(todas);
    }

    @Test
    void routesWithoutTripsGiveWayOnceTripsAreAskedFor() {
        Recarga poucas = ambiente.recarga(Alcance.POSTOS_E_RESERVAS);
        Recarga todas = ambiente.recarga(Alcance.TAMBEM_VIAGENS);

        assertThat(todas).isNotSameAs(poucas);
        assertThat(ligadas).extracting(rotas -> rotas.alcance).containsExactly(Alcance.values());
        assertThat(ambiente.recarga(Alcance.POSTOS_E_RESERVAS)).isSameAs(todas);
    }

    @Test
    void whatDoesNotNeedTheLogOfTripsGoesOnWithoutItAndTripsComeBackWithIt() {
        semDiario = true;
        ambiente.recarga(Alcance.POSTOS_E_RESERVAS);
        assertThatThrownBy(() -> ambiente.recarga(Alcance.TAMBEM_VIAGENS)).isInstanceOf(UncheckedIOException.class);
        assertThat(((Rotas) ambiente.recarga(Alcance.POSTOS_E_RESERVAS)).fechadas)
                .isFalse();

        semDiario = false;

        assertThat(((Rotas) ambiente.recarga(Alcance.TAMBEM_VIAGENS)).alcance).isEqualTo(Alcance.TAMBEM_VIAGENS);
    }

    @Test
    void routesThatAreStartedAheadDoNotTakeThePlaceOfThoseInUse() {
        Recarga poucas = ambiente.recarga(Alcance.POSTOS_E_RESERVAS);

        ambiente.adiantar(Alcance.TAMBEM_VIAGENS);

        assertThat(ambiente.recarga(Alcance.POSTOS_E_RESERVAS)).isSameAs(poucas);
    }

    @AfterEach
    void whatWasStartedIsClosedOnce() {
        ambiente.close();
        assertThat(ligadas).allMatch(rotas -> rotas.fechadas);
    }
}
