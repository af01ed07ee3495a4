package br.com.recarga.planner;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(Planejador.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }

    @Test
    void itIsPlainJava() {
        PLAN.knowsOnly(
                "br.com.recarga.contract.",
                "org.jgrapht.",
                "jakarta.validation.",
                "org.hibernate.validator.constraints.");
    }
}
