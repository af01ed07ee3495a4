package br.com.recarga.server;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(ServerApplication.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }

    @Test
    void nobodyUsesTheDoors() {
        PLAN.nobodyUses("http", "mqtt");
    }

    @Test
    void servicesKnowNothingOfCamel() {
        PLAN.servicesKnowNoCamel("http", "mqtt");
    }
}
