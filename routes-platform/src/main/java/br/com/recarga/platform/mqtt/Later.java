package br.com.recarga.platform.mqtt;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a connection does later, unless it is closed by then. */
final class Later {

    private final ScheduledExecutorService scheduler;
    private final AtomicBoolean closed = new AtomicBoolean();

    Later(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    void in(long delayMs, Runnable task) {
        if (isClosed()) {
            return;
        }
        try {
            scheduler.schedule(() -> runUnlessClosed(task), delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            // all connections of the process end
            close();
        }
    }

    /** Nothing is done from now on; false if that was so before. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    boolean isClosed() {
        return closed.get();
    }

    private void runUnlessClosed(Runnable task) {
        if (!isClosed()) {
            task.run();
        }
    }
}
