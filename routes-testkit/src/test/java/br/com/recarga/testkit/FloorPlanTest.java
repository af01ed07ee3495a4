package br.com.recarga.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.testkit.planted.Casa;
import br.com.recarga.testkit.planted.alto.Alto;
import br.com.recarga.testkit.planted.baixo.Baixo;
import br.com.recarga.testkit.planted.meio.Meio;
import br.com.recarga.testkit.planted.porta.Porta;
import br.com.recarga.testkit.planted.sala.SalaService;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Each rule finds what is planted against it, and nothing else. */
class FloorPlanTest {

    private static final FloorPlan PLANTED = FloorPlan.of(Casa.class);

    @Test
    void aCycleIsFoundHoweverLongTheWayRoundIs() {
        assertThatThrownBy(PLANTED::hasNoCycles)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(use(Alto.class, Meio.class), use(Meio.class, Baixo.class))
                .hasMessageContaining(use(Baixo.class, Alto.class))
                .hasMessageNotContainingAny(Porta.class.getName(), SalaService.class.getName());
    }

    @Test
    void whoUsesADoorFromWithinIsFound() {
        assertThatThrownBy(() -> PLANTED.nobodyUses("porta", "sala"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(use(SalaService.class, Porta.class))
                .hasMessageNotContaining(use(Porta.class, Baixo.class));
        assertThatCode(() -> PLANTED.nobodyUses("sala")).doesNotThrowAnyException();
    }

    @Test
    void aServiceThatKnowsCamelIsFoundAndAPartOfCamelIsNone() {
        assertThatThrownBy(PLANTED::servicesKnowNoCamel)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(use(SalaService.class, Exchange.class))
                .hasMessageNotContaining(use(Porta.class, Exchange.class));
        assertThatCode(() -> PLANTED.servicesKnowNoCamel("sala")).doesNotThrowAnyException();
    }

    @Test
    void aFrameworkThatAModuleShouldNotKnowIsFound() {
        assertThatThrownBy(PLANTED::knowsOnly)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(use(Porta.class, Exchange.class));
        assertThatCode(() -> PLANTED.knowsOnly("org.apache.camel.")).doesNotThrowAnyException();
    }

    @Test
    void theTestkitHasNoCyclesItself() {
        FloorPlan.of(FloorPlan.class).hasNoCycles();
    }

    private static String use(Class<?> user, Class<?> used) {
        return user.getName() + " -> " + used.getName();
    }
}
