package br.com.recarga.server;

import static br.com.recarga.server.ServerTest.SERVER_ID;
import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.database.DatabaseAutoConfiguration;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.reservas.UmPedido;
import br.com.recarga.testkit.SoSqlite;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcOperations;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** What the database does for one request does not grow with what others have reserved: counted by SQLite, in steps of its machine. */
@ServerTest
@SoSqlite
class CrescimentoTest {

    /** How many steps SQLite takes before it says so. */
    private static final int STEPS = 10;

    private static final String CLIENT = "c-1";
    private static final Duration HOUR = Duration.ofHours(1);

    /** After all that others have reserved. */
    private static final Instant DAY = NOW.plus(Duration.ofDays(30));

    private static final int POINTS = 7;
    private static final int FEW = 20;
    private static final int MANY = 4_000;

    /** More than one part has. */
    private static final int FEW_POINTS = 1_500;

    private static final int MANY_POINTS = 12_000;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private HikariDataSource escrita;

    @Autowired
    @Qualifier(DatabaseAutoConfiguration.LEITURA)
    private HikariDataSource leitura;

    private final LongAdder steps = new LongAdder();
    private int asked;

    @BeforeEach
    void count() throws SQLException {
        onEachConnection(connection -> ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                steps.increment();
                return 0;
            }
        }));
    }

    @AfterEach
    void countNoMore() throws SQLException {
        onEachConnection(ProgressHandler::clearHandler);
    }

    @Test
    void whatIsDoneForOneRequestDoesNotGrowWithWhatOthersHaveReserved() {
        reservations(FEW);
        requests();
        Map<String, Long> few = requests();
        reservations(MANY);
        Map<String, Long> many = requests();

        assertThat(many)
                .allSatisfy((request, work) -> assertThat(work)
                        .as("%s, for which %d steps were taken with few reservations", request, few.get(request))
                        .isLessThan(2 * few.get(request)));
    }

    @Test
    void whatIsDoneForOnePartOfAListDoesNotGrowWithThePointsOfTheOthers() {
        points(FEW_POINTS);
        parts();
        Map<String, Long> few = parts();
        points(MANY_POINTS);
        Map<String, Long> many = parts();

        assertThat(many)
                .allSatisfy((request, work) -> assertThat(work)
                        .as("%s, for which %d steps were taken with few points", request, few.get(request))
                        .isLessThan(2 * few.get(request)));
    }

    private Map<String, Long> parts() {
        Map<String, Long> work = new LinkedHashMap<>();
        asked++;
        // another second: no list is remembered
        clock.advance(Duration.ofSeconds(1));
        measure(work, "a part", () -> parte("p" + asked, false));
        measure(work, "a part with the agenda", () -> parte("a" + asked, true));
        return work;
    }

    private PostosResponse parte(String id, boolean agenda) {
        PostosResponse parte = server.ask(
                Topics.POSTOS_REQUEST, PostosRequest.deTodos(id, CLIENT, SERVER_ID, agenda), PostosResponse.class);
        assertThat(parte.continuaDepoisDe()).isNotNull();
        return parte;
    }

    /** So many in all, each with a reservation to come. */
    private void points(int number) {
        List<Object[]> rows = new ArrayList<>();
        for (int n = 100; n < number + 100; n++) {
            rows.add(new Object[] {n});
        }
        jdbc.update("DELETE FROM reservas");
        jdbc.update("DELETE FROM carros");
        jdbc.update("DELETE FROM postos WHERE id >= 100");
        jdbc.batchUpdate("""
                INSERT INTO postos SELECT ?, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh, disponivel
                                     FROM postos WHERE id = 2
                """, rows);
        jdbc.update("INSERT INTO carros SELECT id, 'Dolphin', 44, 20, 0.2, '', FALSE, NULL, NULL, FALSE FROM postos");
        jdbc.update("""
                INSERT INTO reservas (id, request_id, codigo_reserva, client_id, situacao, posto_id, placa, inicio, fim, expira_em,
                                      criada_em, alterada_em)
                SELECT id, id, '', 'c-2', 'CONFIRMADA', id, id, ?, ?, ?, ?, ? FROM postos
                """, soon(1), soon(2), soon(2), soon(0), soon(0));
    }

    private String soon(int hours) {
        return Instantes.format(clock.instant().plus(HOUR.multipliedBy(hours)));
    }

    /** What drivers and their trips ask, each time on another day; and what each of it took. */
    private Map<String, Long> requests() {
        Map<String, Long> work = new LinkedHashMap<>();
        asked++;
        String n = String.valueOf(asked);
        Instant day = DAY.plus(Duration.ofDays(asked));
        measure(work, "LISTAR", () -> assertThat(listar("l" + n, day)).isPositive());
        Resposta reserved = measure(work, "RESERVAR", () -> reservar("r" + n, "ABC1234", day));
        assertThat(reserved.codigo()).isEqualTo(Codigo.OK);
        assertThat(measure(work, "RESERVAR what is taken", () -> reservar("t" + n, "ABC1235", day))
                        .codigo())
                .isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(measure(
                                work,
                                "RESERVAR what is taken, or any equal one",
                                () -> server.reservar(umPedido("e" + n, "ABC1236", day)
                                        .ouEquivalente()
                                        .build()))
                        .mensagem())
                .contains("nenhum posto igual");
        assertThat(measure(work, "ALTERAR", () -> alterar("a" + n, reserved, day.plusSeconds(1800)))
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(measure(work, "CONSULTAR", () -> consultar(reserved.reservaId(), reserved.codigoReserva(), null))
                        .reservas())
                .hasSize(1);
        assertThat(measure(work, "CANCELAR", () -> cancelar("c" + n, reserved, null))
                        .codigo())
                .isEqualTo(Codigo.OK);
        String viagem = "v" + n;
        assertThat(measure(work, "PRE_RESERVAR", () -> segurar("h" + n, viagem, day.plus(HOUR)))
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(measure(work, "PRE_RESERVAR what is taken", () -> segurar("i" + n, viagem + "b", day.plus(HOUR)))
                        .codigo())
                .isNotEqualTo(Codigo.OK);
        assertThat(measure(work, "CONFIRMAR", () -> confirmar("f" + n, viagem)).codigo())
                .isEqualTo(Codigo.OK);
        assertThat(measure(work, "CONSULTAR a trip", () -> consultar(null, null, viagem))
                        .reservas())
                .hasSize(2);
        assertThat(measure(work, "CANCELAR a trip", () -> cancelar("d" + n, null, viagem))
                        .codigo())
                .isEqualTo(Codigo.OK);
        return work;
    }

    private <T> T measure(Map<String, Long> work, String what, Supplier<T> request) {
        steps.reset();
        T answer = request.get();
        work.put(what, steps.sum());
        return answer;
    }

    private int listar(String id, Instant inicio) {
        return server.ask(
                        Topics.POSTOS_REQUEST,
                        new PostosRequest(
                                id,
                                CLIENT,
                                SERVER_ID,
                                true,
                                null,
                                utc(inicio),
                                utc(inicio.plus(HOUR)),
                                null,
                                null,
                                null,
                                null),
                        PostosResponse.class)
                .postos()
                .size();
    }

    private Resposta reservar(String id, String placa, Instant inicio) {
        return server.reservar(umPedido(id, placa, inicio).build());
    }

    private static UmPedido umPedido(String id, String placa, Instant inicio) {
        return deReserva().id(id).client(CLIENT).placa(placa).posto(1).janela(inicio, inicio.plus(HOUR));
    }

    private Resposta alterar(String id, Resposta reserva, Instant inicio) {
        return server.ask(
                Topics.POSTOS_ALTERACAO,
                new AlteracaoRequest(
                        id,
                        CLIENT,
                        SERVER_ID,
                        reserva.reservaId(),
                        reserva.codigoReserva(),
                        utc(inicio),
                        utc(inicio.plus(HOUR)),
                        null),
                Resposta.class);
    }

    private ReservasResponse consultar(String reservaId, String codigo, String viagemId) {
        return server.ask(
                Topics.RESERVAS_REQUEST,
                new ReservasRequest("q", CLIENT, SERVER_ID, reservaId, null, null, viagemId, codigo, null),
                ReservasResponse.class);
    }

    private Resposta cancelar(String id, Resposta reserva, String viagemId) {
        return server.ask(
                Topics.POSTOS_CANCELAMENTO,
                new CancelamentoRequest(
                        id,
                        CLIENT,
                        SERVER_ID,
                        reserva == null ? null : reserva.reservaId(),
                        viagemId,
                        reserva == null ? null : reserva.codigoReserva(),
                        null,
                        null),
                Resposta.class);
    }

    private Resposta segurar(String id, String viagemId, Instant inicio) {
        return server.ask(
                Topics.POSTOS_PRE_RESERVA,
                new PreReservaRequest(
                        id,
                        CLIENT,
                        SERVER_ID,
                        new Carro("ABC1234", "BYD Dolphin", 44.5, 22.3, 0.19),
                        viagemId,
                        utc(clock.instant().plusSeconds(60)),
                        List.of(
                                new Parada(1, utc(inicio), utc(inicio.plus(HOUR))),
                                new Parada(2, utc(inicio.plus(HOUR)), utc(inicio.plus(HOUR.multipliedBy(2))))),
                        null),
                Resposta.class);
    }

    private Resposta confirmar(String id, String viagemId) {
        return server.ask(
                Topics.POSTOS_CONFIRMACAO, new ConfirmacaoRequest(id, CLIENT, SERVER_ID, viagemId), Resposta.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** So many of other cars, at all points and at all times, some of them over. */
    private void reservations(int number) {
        List<Object[]> cars = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String n = "%s-%d".formatted(number, i);
            Instant inicio = clock.instant()
                    .plus(HOUR.multipliedBy(i / POINTS - number / POINTS / 4))
                    .plusSeconds(number == FEW ? 1800 : 60);
            Instant fim = inicio.plusSeconds(1200);
            cars.add(new Object[] {n});
            rows.add(new Object[] {
                n,
                n,
                i % POINTS + 1,
                n,
                "v-" + n,
                Instantes.format(inicio),
                Instantes.format(fim),
                Instantes.format(fim),
                Instantes.format(clock.instant()),
                Instantes.format(clock.instant())
            });
        }
        jdbc.batchUpdate("INSERT INTO carros VALUES (?, 'Dolphin', 44, 20, 0.2, '', FALSE, NULL, NULL, FALSE)", cars);
        jdbc.batchUpdate("""
                INSERT INTO reservas (id, request_id, codigo_reserva, client_id, situacao, posto_id, placa, viagem_id, inicio, fim,
                                      expira_em, criada_em, alterada_em)
                VALUES (?, ?, '', 'c-2', 'CONFIRMADA', ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private void onEachConnection(Change change) throws SQLException {
        for (HikariDataSource pool : List.of(escrita, leitura)) {
            List<Connection> taken = new ArrayList<>();
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                taken.add(pool.getConnection());
            }
            for (Connection connection : taken) {
                change.of(connection.unwrap(SQLiteConnection.class));
                connection.close();
            }
        }
    }

    private interface Change {
        void of(Connection connection) throws SQLException;
    }
}
