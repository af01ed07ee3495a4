package br.com.recarga.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class IdleHeapTest {

    private static final String PERIOD = "G1PeriodicGCInterval";

    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void aProcessThatHasStartedLooksForWhatItCanGiveBackUntilSomebodySaysOtherwise() {
        new IdleHeap().giveBackWhatIsFree();

        assertThat(jvm.getVMOption(PERIOD).getValue()).isEqualTo("15000");
        assertThat(jvm.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("10");

        jvm.setVMOption(PERIOD, "0");
        new IdleHeap().giveBackWhatIsFree();

        assertThat(jvm.getVMOption(PERIOD).getValue()).isEqualTo("0");
    }
}
