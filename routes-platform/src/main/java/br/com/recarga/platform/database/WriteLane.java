package br.com.recarga.platform.database;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One thread that writes for all, in the order in which they came. What waits when it begins goes into one transaction, and is
 * safe on the disk by one commit; nobody goes on before that. One that fails takes back what it did itself; a commit that fails
 * fails all that were in it. A lone one does not wait for others.
 *
 * <p>A commit that fails may still be on the disk, as SQLite's driver begins the next transaction with it, and another process may
 * be in the way of that: whoever is told of a failure asks again, and hears what became of it.
 */
final class WriteLane implements DisposableBean {

    /** How many may wait. */
    static final int ROOM = 1_024;

    /** How many at most go into one transaction: together they are answered, and keep other writers out, for so long. */
    static final int GROUP = 64;

    /** Twice at most: routes have ended by then, and with them what was under way. */
    private static final long END_MS = 500;

    private final TransactionOperations transaction;
    private final DistributionSummary groupSizes;
    private final Timer groupTimes;
    private final Timer lockTimes;
    private final BlockingQueue<Write> waiting = new ArrayBlockingQueue<>(ROOM);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "escrita"));
    /** As many threads as go on at once: some read, or wait for another to write. */
    private final ExecutorService answering = Executors.newCachedThreadPool(work -> new Thread(work, "gravado"));

    WriteLane(TransactionOperations transaction, MeterRegistry meters) {
        this.transaction = transaction;
        this.groupSizes = DistributionSummary.builder("recarga.gravacoes.por.commit")
                .description("Quantos gravaram juntos, num só commit")
                .register(meters);
        this.groupTimes = Timer.builder("recarga.commit")
                .description("Da espera pelo banco ao fim do commit, de um grupo")
                .register(meters);
        this.lockTimes = Timer.builder("recarga.banco.espera")
                .description(
                        "Quanto um grupo esperou até que a sua transação começou, num PostgreSQL com a trava dos que gravam")
                .register(meters);
        Gauge.builder("recarga.gravacoes.em.espera", waiting, Collection::size)
                .description("Quantos esperam por gravar")
                .register(meters);
    }

    /**
     * @throws RejectedExecutionException if too many wait
     * @throws CannotCreateTransactionException if it has ended
     */
    void enter(Write write) {
        if (!waiting.offer(write)) {
            throw new RejectedExecutionException("too many wait to write");
        }
        try {
            writer.execute(this::writeWhatWaits);
        } catch (RejectedExecutionException ended) {
            // unless it is among the last that are written
            if (waiting.remove(write)) {
                throw new CannotCreateTransactionException("nothing is written any more", ended);
            }
        }
    }

    private void writeWhatWaits() {
        List<Write> group = new ArrayList<>();
        if (waiting.drainTo(group, GROUP) == 0) {
            // an earlier group had them
            return;
        }
        groupSizes.record(group.size());
        long since = System.nanoTime();
        try {
            transaction.executeWithoutResult(together -> {
                lockTimes.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
                writeAll(group, together);
            });
        } catch (RuntimeException | Error notCommitted) {
            group.forEach(write -> write.failed(notCommitted));
        }
        groupTimes.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        group.forEach(write -> answering.execute(write::goOn));
    }

    private static void writeAll(List<Write> group, TransactionStatus together) {
        try {
            if (group.size() == 1) {
                writeAlone(group.get(0), together);
            } else {
                group.forEach(write -> writeOne(write, together));
            }
        } catch (RuntimeException | Error lost) {
            // not even a savepoint can be gone back to: SQLite has undone all, or its connection was given up
            together.setRollbackOnly();
            group.forEach(write -> write.failed(lost));
        }
    }

    private static void writeAlone(Write write, TransactionStatus alone) {
        if (!isWritten(write)) {
            alone.setRollbackOnly();
        }
    }

    private static void writeOne(Write write, TransactionStatus together) {
        Object before = together.createSavepoint();
        if (!isWritten(write)) {
            together.rollbackToSavepoint(before);
        }
        together.releaseSavepoint(before);
    }

    private static boolean isWritten(Write write) {
        try {
            return write.run();
        } catch (RuntimeException | Error failed) {
            write.failed(failed);
            return false;
        }
    }

    /** Writes what waits, as long as that does not take too long. */
    @Override
    public void destroy() throws InterruptedException {
        writer.shutdown();
        if (writer.awaitTermination(END_MS, TimeUnit.MILLISECONDS)) {
            answering.shutdown();
            answering.awaitTermination(END_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** What somebody has to write, and how he goes on. */
    interface Write {

        /** Within the transaction; false to take back what it did. */
        boolean run();

        /** It is not written, for this reason; of several the last one counts. */
        void failed(Throwable why);

        /** After the commit, or after it has failed; on another thread. */
        void goOn();
    }
}
