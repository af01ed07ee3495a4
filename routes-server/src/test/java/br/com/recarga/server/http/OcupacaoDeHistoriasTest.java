package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.Situacao;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever has happened, an hour is used once at most: the figures of random histories against a count minute by minute. */
@ServerTest
class OcupacaoDeHistoriasTest {

    private static final int POINTS = 8;

    /** From so long before now. */
    private static final int PAST = 48 * 60;

    private static final int MINUTES = PAST + 24 * 60;
    private static final int EVENTS = 40;

    private final BitSet[] reserved = new BitSet[POINTS + 1];
    private final BitSet[] used = new BitSet[POINTS + 1];

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Random random;

    @BeforeEach
    void nothingHasHappened() {
        for (int posto = 1; posto <= POINTS; posto++) {
            reserved[posto] = new BitSet(MINUTES);
            used[posto] = new BitSet(MINUTES);
        }
    }

    @RepeatedTest(20)
    void noPointIsUsedLongerThanThePeriodAndTheTotalIsTheMean(RepetitionInfo history) {
        random = new Random(history.getCurrentRepetition());
        for (int i = 0; i < EVENTS; i++) {
            if (random.nextBoolean()) {
                reservation(i);
            } else {
                charge(i);
            }
        }
        int from = random.nextInt(MINUTES - 60);
        int to = from + 30 + random.nextInt(MINUTES - from - 30);

        Answer answer = Operador.at(port).get("/ocupacao?de=%s&ate=%s".formatted(at(from), at(to)));

        double sumOfRates = 0;
        double hours = (to - from) / 60.0;
        for (JsonNode point : answer.json().path("postos")) {
            int posto = point.path("posto_id").asInt();
            double kept = point.at("/uso/horas_reservadas").asDouble();
            double rate = point.at("/uso/taxa_ocupacao").asDouble();
            assertThat(kept).isLessThanOrEqualTo(hours + 0.005);
            assertThat(kept).isEqualTo(reserved[posto].get(from, to).cardinality() / 60.0, within(0.006));
            assertThat(rate).isEqualTo(used[posto].get(from, to).cardinality() / (double) (to - from), within(0.00006));
            sumOfRates += rate;
        }
        assertThat(answer.json().at("/total/taxa_ocupacao").asDouble()).isEqualTo(sumOfRates / POINTS, within(0.0002));
    }

    /** Of any state, but no two that keep a point from others at once, as nothing lets them; a completed one may have ended early. */
    private void reservation(int i) {
        Situacao situacao = Situacao.values()[random.nextInt(Situacao.values().length)];
        int posto = 1 + random.nextInt(POINTS);
        int begin = random.nextInt(MINUTES - 60);
        int end = begin + 15 + random.nextInt(240);
        int left = situacao == Situacao.CONCLUIDA ? begin - 20 + random.nextInt(end - begin + 40) : begin;
        boolean lapsed = random.nextInt(3) == 0;
        if (keepsOthersAway(situacao) && isKept(posto, begin, end)) {
            return;
        }
        jdbc.sql("INSERT INTO carros VALUES (?, 'X', 50, 20, 0.2, '', FALSE, NULL, NULL, FALSE)")
                .param("CAR%04d".formatted(i))
                .update();
        jdbc.sql("""
                        INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                              criada_em, expira_em, alterada_em)
                        VALUES (?, '', ?, 'c', ?, ?, ?, ?, ?, '', ?, ?)""")
                .params(
                        "r" + i,
                        "q" + i,
                        posto,
                        "CAR%04d".formatted(i),
                        at(begin),
                        at(end),
                        situacao.name(),
                        lapsed ? at(PAST) : "2030-01-01T00:00:00Z",
                        at(left))
                .update();
        boolean waits = situacao == Situacao.PRE_RESERVADA || situacao == Situacao.CONFIRMADA;
        int until = situacao == Situacao.CONCLUIDA ? Math.min(end, left) : end;
        if (waits && !lapsed || situacao == Situacao.EM_ANDAMENTO || situacao == Situacao.CONCLUIDA) {
            mark(reserved[posto], begin, until);
            mark(used[posto], begin, until);
        }
    }

    private static boolean keepsOthersAway(Situacao situacao) {
        return situacao == Situacao.PRE_RESERVADA
                || situacao == Situacao.CONFIRMADA
                || situacao == Situacao.EM_ANDAMENTO;
    }

    private boolean isKept(int posto, int begin, int end) {
        return jdbc.sql("SELECT COUNT(*) FROM reservas_ativas WHERE posto_id = ? AND inicio < ? AND fim > ?")
                        .params(posto, at(end), at(begin))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void charge(int i) {
        int posto = 1 + random.nextInt(POINTS);
        int begin = random.nextInt(PAST);
        boolean ended = random.nextInt(4) > 0;
        int end = Math.min(PAST, begin + random.nextInt(600));
        jdbc.sql("""
                        INSERT INTO carregamentos (posto_id, placa, inicio, fim, preco_kwh, energia_kwh, custo)
                        VALUES (?, ?, ?, ?, 1, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(posto, "CAR%04d".formatted(i), at(begin), ended ? at(end) : null, ended ? 5.0 : null, 5.0)
                .update();
        boolean kept = jdbc.sql("SELECT COUNT(*) FROM carregamentos WHERE placa = ?")
                        .param("CAR%04d".formatted(i))
                        .query(Long.class)
                        .single()
                > 0;
        // a point that charges already charges no second car
        if (kept) {
            mark(used[posto], begin, ended ? end : PAST);
        }
    }

    private static void mark(BitSet minutes, int from, int to) {
        if (to > from) {
            minutes.set(from, to);
        }
    }

    private static String at(int minute) {
        Instant start = NOW.minus(PAST, ChronoUnit.MINUTES);
        return start.plus(minute, ChronoUnit.MINUTES).toString();
    }
}
