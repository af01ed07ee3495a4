import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures POST /reservar through a running client. Each request reserves a minute of its own, so each is a full, durable
 * reservation.
 *
 * <pre>
 *   JAVA_OPTS= RECARGA_SERVIDORES_SEM_PRESENCA=server8 make local    # in one terminal, with both compilers; nobody is server8
 *   make bench                                                       # in another
 * </pre>
 *
 * Arguments: URL of the client (http://localhost:8001), seconds of warm-up (40), seconds of each measurement (10).
 */
class Bench {

    private static final String HEALTHY = "server1";
    private static final String DEAD = "server8";
    private static final int POSTOS = 40;
    private static final int CONNECTIONS = 64;
    private static final int DEAD_IN_FLIGHT = 8;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final OffsetDateTime FIRST = OffsetDateTime.now(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            // another place in the year at every run, as the database remembers the one before
            .plusMinutes(60 + (System.currentTimeMillis() / 1000) % 400_000);

    private static URI url;

    public static void main(String[] args) throws Exception {
        url = URI.create((args.length > 0 ? args[0] : "http://localhost:8001") + "/reservar");
        int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;

        System.out.printf("warming up for %d s with %d connections%n", warmUp, CONNECTIONS);
        report("%d connections".formatted(CONNECTIONS), parallel(warmUp, CONNECTIONS));
        double[] alone = sequential(seconds);
        report("1 connection", alone);

        List<CompletableFuture<Integer>> dead = new ArrayList<>();
        for (int i = 0; i < DEAD_IN_FLIGHT; i++) {
            dead.add(send(DEAD).thenApply(HttpResponse::statusCode));
        }
        TimeUnit.MILLISECONDS.sleep(200);
        long waiting = dead.stream().filter(answer -> !answer.isDone()).count();
        if (waiting < DEAD_IN_FLIGHT) {
            System.out.printf(
                    "%s is not asked (%s): start the system with RECARGA_SERVIDORES_SEM_PRESENCA=%s to see its effect%n",
                    DEAD, dead.get(0).getNow(0), DEAD);
            return;
        }
        double[] beside = sequential(3);
        report("1 connection, beside %d requests to a dead server".formatted(waiting), beside);
        System.out.printf("ratio of the medians: %.2f%n", percentile(beside, 50) / percentile(alone, 50));
    }

    /** Milliseconds of each request, one after the other. */
    private static double[] sequential(int seconds) {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            times.add(timed().join());
        }
        return sorted(times);
    }

    private static double[] parallel(int seconds, int connections) {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        AtomicLong begin = new AtomicLong(System.nanoTime());
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread caller = new Thread(() -> {
                List<Double> own = new ArrayList<>();
                while (System.nanoTime() < end) {
                    own.add(timed().join());
                }
                synchronized (times) {
                    times.addAll(own);
                }
            });
            callers.add(caller);
            caller.start();
        }
        callers.forEach(Bench::join);
        System.out.printf(
                "%d requests, %.0f/s on average of the warm-up%n",
                times.size(), times.size() / ((System.nanoTime() - begin.get()) / 1e9));
        return sorted(times);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Double> timed() {
        long begin = System.nanoTime();
        return send(HEALTHY).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return (System.nanoTime() - begin) / 1e6;
        });
    }

    private static CompletableFuture<HttpResponse<String>> send(String serverId) {
        int n = NEXT.getAndIncrement();
        OffsetDateTime inicio = FIRST.plusMinutes(n / POSTOS);
        String body =
                """
                {"placa":"%s","modelo":"Bench","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15,
                 "posto_id":%d,"server_id":"%s","inicio":"%s","fim":"%s"}"""
                        .formatted(placa(n % POSTOS), n % POSTOS + 1, serverId, inicio, inicio.plusMinutes(1));
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    /** A car for each point, so that no car is at two points at once. */
    private static String placa(int posto) {
        return "BEN%04d".formatted(posto);
    }

    private static double[] sorted(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void report(String what, double[] sorted) {
        System.out.printf(
                "%-55s %7d requests   p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms%n",
                what, sorted.length, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }
}
