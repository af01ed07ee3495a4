package br.com.recarga.contract;

import br.com.recarga.testkit.FloorPlan;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.of(ContractJson.class);

    @Test
    void noPackagesLeanOnEachOther() {
        PLAN.hasNoCycles();
    }

    @Test
    void itIsPlainJava() {
        PLAN.knowsOnly("com.fasterxml.jackson.", "jakarta.validation.");
    }
}
