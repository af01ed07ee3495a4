package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Verificador;
import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    @Test
    void noPackagesLeanOnEachOther() {
        FloorPlan.of(Faltas.class).hasNoCycles();
    }

    /** What judges the system has nothing of it. */
    @Test
    void theCheckIsPlainJava() {
        FloorPlan.of(Verificador.class).knowsOnly("com.fasterxml.jackson.annotation.");
    }
}
