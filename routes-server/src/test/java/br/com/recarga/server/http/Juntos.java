package br.com.recarga.server.http;

import br.com.recarga.server.http.Operador.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers, released together. */
final class Juntos {

    private static final int ATTEMPTS = 20;

    private Juntos() {}

    /** One answer for each caller, in their order. */
    static List<Answer> todos(int callers, IntFunction<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CountDownLatch ready = new CountDownLatch(callers);
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return insist(caller, request);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who waits in vain for the database, on a slow disk, asks once more. */
    private static Answer insist(int caller, IntFunction<Answer> request) {
        Answer answer = request.apply(caller);
        for (int attempt = 1; attempt < ATTEMPTS && answer.status() == 503; attempt++) {
            answer = request.apply(caller);
        }
        return answer;
    }
}
