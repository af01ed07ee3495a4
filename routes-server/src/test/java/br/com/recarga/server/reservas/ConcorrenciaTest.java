package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.janelas.Instantes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** Many at once: the database decides, and nobody is promised what another one has. */
@ServerTest
class ConcorrenciaTest {

    private static final int THREADS = 200;
    private static final int WINDOWS = 20;
    private static final int ATTEMPTS = 20;
    private static final long SEED = 20_260_601;

    @Autowired
    private ServerHarness server;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void exactlyOneOfTwoHundredGetsTheOnlySlot() throws Exception {
        List<ReservaRequest> requests = IntStream.range(0, THREADS)
                .mapToObj(i -> deReserva().id("r-" + i).placa(placa(i)).build())
                .toList();

        List<Resposta> respostas = allAtOnce(requests);

        List<Resposta> won = respostas.stream()
                .filter(resposta -> resposta.codigo() == Codigo.OK)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(respostas)
                .filteredOn(resposta -> resposta.codigo() == Codigo.POSTO_OCUPADO)
                .hasSize(THREADS - 1);
        assertThat(jdbc.sql("SELECT id FROM reservas").query(String.class).list())
                .containsExactly(won.get(0).reservaId());
        assertThat(jdbc.sql("SELECT placa FROM carros").query(String.class).list())
                .containsExactly(won.get(0).placa());
        assertThat(server.rows("respostas")).isEqualTo(THREADS);
    }

    @RepeatedTest(3)
    void asManyAsThereAreEqualPointsGetOneEachAndTheLastIsRefused() throws Exception {
        List<Integer> postos = List.of(1, 91, 92, 93, 94);
        postos.stream()
                .skip(1)
                .forEach(id -> jdbc.sql("""
                                INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                                SELECT ?, 'Central ' || ?, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh
                                  FROM postos WHERE id = 1""").params(id, String.valueOf(id)).update());
        List<ReservaRequest> requests = IntStream.rangeClosed(0, postos.size())
                .mapToObj(i ->
                        deReserva().id("r-" + i).placa(placa(i)).ouEquivalente().build())
                .toList();

        List<Resposta> respostas = allAtOnce(requests);

        assertThat(respostas)
                .filteredOn(resposta -> resposta.codigo() == Codigo.OK)
                .extracting(Resposta::postoId)
                .containsExactlyInAnyOrderElementsOf(postos);
        assertThat(respostas)
                .filteredOn(resposta -> resposta.codigo() != Codigo.OK)
                .extracting(Resposta::codigo)
                .containsExactly(Codigo.POSTO_OCUPADO);
        assertThat(jdbc.sql("SELECT posto_id FROM reservas_ativas")
                        .query(Integer.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(postos);
        assertThat(allAtOnce(requests)).isEqualTo(respostas);
    }

    @RepeatedTest(3)
    void noTwoReservationsOfAPointOrOfACarOverlap(RepetitionInfo repetition) throws Exception {
        Random random = new Random(SEED + repetition.getCurrentRepetition());
        List<Instant[]> windows = random.ints(0, 240)
                .limit(WINDOWS)
                .mapToObj(minute -> NOW.plus(Duration.ofMinutes(minute)))
                .map(begin -> new Instant[] {begin, begin.plus(Duration.ofMinutes(15 + random.nextInt(120)))})
                .toList();
        List<ReservaRequest> requests = IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    Instant[] window = windows.get(random.nextInt(WINDOWS));
                    return deReserva()
                            .id("r-" + i)
                            // some cars ask for several points, some points are asked for by several cars
                            .placa(placa(random.nextInt(THREADS / 10)))
                            .posto(1 + random.nextInt(3))
                            .janela(window[0], window[1])
                            .build();
                })
                .toList();

        List<Resposta> respostas = allAtOnce(requests);

        assertThat(respostas)
                .extracting(Resposta::codigo)
                .isSubsetOf(Codigo.OK, Codigo.POSTO_OCUPADO, Codigo.CARRO_JA_RESERVADO);
        assertThat(overlapping("posto_id")).isZero();
        assertThat(overlapping("placa")).isZero();
        assertThat(jdbc.sql("SELECT id FROM reservas_ativas")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrderElementsOf(respostas.stream()
                        .map(Resposta::reservaId)
                        .flatMap(Stream::ofNullable)
                        .toList());
        assertThat(respostas)
                .filteredOn(resposta -> resposta.codigo() == Codigo.POSTO_OCUPADO)
                .allMatch(resposta -> taken("posto_id", resposta.postoId(), resposta), "refused for good reason");
        assertThat(respostas)
                .filteredOn(resposta -> resposta.codigo() == Codigo.CARRO_JA_RESERVADO)
                .allMatch(resposta -> taken("placa", resposta.placa(), resposta), "refused for good reason");
    }

    @Test
    void oneRequestSentManyTimesAtOnceHasOneEffectAndOneAnswer() throws Exception {
        ReservaRequest request = deReserva().build();

        List<Resposta> respostas =
                allAtOnce(IntStream.range(0, THREADS / 4).mapToObj(i -> request).toList());

        assertThat(respostas).containsOnly(respostas.get(0));
        assertThat(respostas.get(0).codigo()).isEqualTo(Codigo.OK);
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    /** One thread each, all released together. */
    private List<Resposta> allAtOnce(List<ReservaRequest> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            CountDownLatch ready = new CountDownLatch(requests.size());
            List<Future<Resposta>> running = new ArrayList<>();
            for (ReservaRequest request : requests) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return insist(request);
                }));
            }
            List<Resposta> respostas = new ArrayList<>();
            for (Future<Resposta> one : running) {
                respostas.add(one.get());
            }
            return respostas;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As a client does: who waits in vain for the database, on a slow disk, asks once more. */
    private Resposta insist(ReservaRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return producer.requestBody("direct:" + ReservarRoute.ID, request, Resposta.class);
            } catch (CamelExecutionException e) {
                if (attempt == ATTEMPTS || !(e.getCause() instanceof CannotCreateTransactionException)) {
                    throw e;
                }
            }
        }
    }

    /** Pairs of active reservations of the same point, or car, at the same time. */
    private long overlapping(String column) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM reservas_ativas a JOIN reservas_ativas b
                            ON a.%1$s = b.%1$s AND a.id < b.id AND a.inicio < b.fim AND b.inicio < a.fim
                        """.formatted(column)).query(Long.class).single();
    }

    private boolean taken(String column, Object value, Resposta refused) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM reservas_ativas WHERE " + column
                        + " = :value AND inicio < :fim AND fim > :inicio)")
                .param("value", value)
                .param("inicio", Instantes.format(refused.inicio().toInstant()))
                .param("fim", Instantes.format(refused.fim().toInstant()))
                .query(Boolean.class)
                .single();
    }

    private static String placa(int number) {
        return "CAR%d%03d".formatted(number / 1000 % 10, number % 1000);
    }
}
