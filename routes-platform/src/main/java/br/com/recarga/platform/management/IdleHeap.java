package br.com.recarga.platform.management;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets the JVM give back to its machine what a start or a rush took of it. Of its heap, by options that HotSpot takes while it
 * runs: a collector that nobody keeps busy looks every 15 s, and keeps a tenth free instead of 70 %. An idle server has some
 * 100 MiB less by it; one that works notices nothing. What somebody chose for a process stays as it is. Of the C library's
 * heap, by asking once a minute: it would keep what the JVM's compilers needed for a moment, some 20 MiB.
 */
@AutoConfiguration
public class IdleHeap implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IdleHeap.class);

    /** In an order in which the smaller ratio never passes the greater one. */
    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("MinHeapFreeRatio", "5");
        OPTIONS.put("MaxHeapFreeRatio", "10");
        // milliseconds; G1's, and of no meaning to other collectors
        OPTIONS.put("G1PeriodicGCInterval", "15000");
    }

    private final ScheduledExecutorService trimming = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "native-heap");
        thread.setDaemon(true);
        return thread;
    });

    @EventListener(ApplicationReadyEvent.class)
    void giveBackWhatIsFree() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        // another maker's JVM has none, or not all of them
        if (jvm != null && areAllAsTheJvmCame(jvm)) {
            OPTIONS.forEach(jvm::setVMOption);
            // the start leaves more behind than anything that comes after it
            ManagementFactory.getMemoryMXBean().gc();
        }
        // the first time when the compilers are done with the start
        trimming.scheduleWithFixedDelay(IdleHeap::trimNativeHeap, 10, 60, TimeUnit.SECONDS);
    }

    private static void trimNativeHeap() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            ObjectName.getInstance("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            null,
                            null);
        } catch (JMException e) {
            LOG.debug("This JVM knows no such command, or not for its C library", e);
        }
    }

    private static boolean areAllAsTheJvmCame(HotSpotDiagnosticMXBean jvm) {
        return jvm.getDiagnosticOptions().stream()
                        .filter(option -> OPTIONS.containsKey(option.getName()) && option.getOrigin() == Origin.DEFAULT)
                        .count()
                == OPTIONS.size();
    }

    @Override
    public void destroy() {
        trimming.shutdownNow();
    }
}
