package br.com.recarga.e2e;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** How long a bystander waited for his answers. What is asserted of it leaves room for a busy machine; the figures are printed. */
final class Medida {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    <T> T mede(Supplier<T> call) {
        long begin = System.nanoTime();
        T answer = call.get();
        waits.add(Duration.ofNanos(System.nanoTime() - begin));
        return answer;
    }

    Duration pior() {
        return percentil(100);
    }

    void diz(String what) {
        System.out.printf(
                "%s: %d answers, p50 %d ms, p99 %d ms, at most %d ms%n",
                what, waits.size(), percentil(50).toMillis(), percentil(99).toMillis(), pior().toMillis());
    }

    private Duration percentil(int percent) {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
