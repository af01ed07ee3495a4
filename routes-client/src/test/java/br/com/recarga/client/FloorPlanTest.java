package br.com.recarga.client;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(ClientApplication.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }

    @Test
    void nobodyUsesTheDoors() {
        PLAN.nobodyUses("http");
    }

    @Test
    void servicesKnowNothingOfCamel() {
        PLAN.servicesKnowNoCamel("http", "pedidos");
    }
}
