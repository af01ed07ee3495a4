package br.com.recarga.terminal;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(TerminalApplication.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }

    @Test
    void servicesKnowNothingOfCamel() {
        PLAN.servicesKnowNoCamel("rotas");
    }
}
