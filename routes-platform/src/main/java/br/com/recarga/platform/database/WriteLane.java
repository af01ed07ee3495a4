package br.com.recarga.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One thread that writes for all, in the order in which they came. What waits when it begins goes into one transaction, and is
 * safe on the disk by one commit; nobody goes on before that. One that fails takes back what it did itself; a commit that fails
 * fails all that were in it. A lone one does not wait for others.
 */
final class WriteLane implements DisposableBean {

    /** How many may wait. */
    static final int ROOM = 1_024;

    /** How many at most go into one transaction: together they are answered, and keep other writers out, for so long. */
    static final int GROUP = 64;

    private static final int ANSWERING = 4;
    private static final long END_S = 1;

    private final TransactionOperations transaction;
    private final BlockingQueue<Write> waiting = new ArrayBlockingQueue<>(ROOM);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "escrita"));
    private final ExecutorService answering =
            Executors.newFixedThreadPool(ANSWERING, work -> new Thread(work, "gravado"));

    WriteLane(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** @throws RejectedExecutionException if too many wait, or if it has ended */
    void enter(Write write) {
        if (!waiting.offer(write)) {
            throw new RejectedExecutionException("too many wait to write");
        }
        try {
            writer.execute(this::writeWhatWaits);
        } catch (RejectedExecutionException ended) {
            // unless it is among the last that are written
            if (waiting.remove(write)) {
                throw ended;
            }
        }
    }

    private void writeWhatWaits() {
        List<Write> group = new ArrayList<>();
        if (waiting.drainTo(group, GROUP) == 0) {
            // an earlier group had them
            return;
        }
        try {
            transaction.executeWithoutResult(together -> writeAll(group, together));
        } catch (RuntimeException | Error notCommitted) {
            group.forEach(write -> write.failed(notCommitted));
        }
        group.forEach(write -> answering.execute(write::goOn));
    }

    private static void writeAll(List<Write> group, TransactionStatus together) {
        try {
            group.forEach(write -> writeOne(write, together));
        } catch (RuntimeException | Error lost) {
            // not even a savepoint can be gone back to: SQLite has undone all, as on a full disk
            together.setRollbackOnly();
            group.forEach(write -> write.failed(lost));
        }
    }

    private static void writeOne(Write write, TransactionStatus together) {
        Object before = together.createSavepoint();
        boolean written = false;
        try {
            written = write.run();
        } catch (RuntimeException | Error failed) {
            write.failed(failed);
        }
        if (!written) {
            together.rollbackToSavepoint(before);
        }
        together.releaseSavepoint(before);
    }

    /** Writes what waits, as long as that does not take too long. */
    @Override
    public void destroy() throws InterruptedException {
        for (ExecutorService one : List.of(writer, answering)) {
            one.shutdown();
            one.awaitTermination(END_S, TimeUnit.SECONDS);
        }
    }

    /** What somebody has to write, and how he goes on. */
    interface Write {

        /** Within the transaction; false to take back what it did. */
        boolean run();

        /** It is not written, for this reason; of several the first one counts. */
        void failed(Throwable why);

        /** After the commit, or after it has failed; on another thread. */
        void goOn();
    }
}
