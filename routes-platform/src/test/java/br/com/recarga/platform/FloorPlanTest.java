package br.com.recarga.platform;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(Variable.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }
}
