package br.com.recarga.server.manutencao;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ManutencaoBody;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.postos.BuscarPostoRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ManutencaoRouteTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void theSwitchTurnsAPointOffAndOnAgain() {
        assertThat(mudar(3, false, null).disponivel()).isFalse();
        assertThat(server.reservar(deReserva().posto(3).build()).codigo()).isEqualTo(Codigo.POSTO_OCUPADO);

        assertThat(mudar(3, true, null).disponivel()).isTrue();
        assertThat(server.reservar(deReserva().id("p-2").posto(3).build()).codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void theSwitchPutsAPointIntoMaintenanceFromNowUntilItSaysOtherwise() {
        assertThat(mudar(3, true, true).emManutencao()).isTrue();
        clock.advance(Duration.ofDays(300));
        assertThat(mudar(3, true, null).emManutencao()).isTrue();

        Posto back = mudar(3, true, false);

        assertThat(back.emManutencao()).isFalse();
        assertThat(back.disponivel()).isTrue();
    }

    @Test
    void theSwitchEndsWhatThereIsNowAndLeavesWhatIsPlanned() {
        manter(3, new ManutencaoBody(true, hour(30), hour(34), "Domingo"));
        manter(3, new ManutencaoBody(true, null, hour(2), null));
        clock.advance(Duration.ofHours(1));

        assertThat(mudar(3, true, false).emManutencao()).isFalse();

        assertThat(windows()).isEqualTo("0-1 30-34");
    }

    @Test
    void theSwitchOfAPointThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> mudar(99, true, true))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        recusa -> assertThat(recusa.codigo()).isEqualTo(Codigo.POSTO_INEXISTENTE));
        assertThat(server.rows("manutencoes")).isZero();
    }

    @Test
    void maintenanceCancelsWhatItOverlapsAndTellsTheClients() {
        Resposta before = reserva("antes", NOW, NOW.plusSeconds(3600));
        Resposta overlapping = reserva("dentro", NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        Resposta after = reserva("depois", NOW.plusSeconds(10800), NOW.plusSeconds(14400));

        manter(3, new ManutencaoBody(true, at(NOW.plusSeconds(7000)), at(NOW.plusSeconds(10800)), "Troca do cabo"));

        assertThat(situacao(before)).isEqualTo("CONFIRMADA");
        assertThat(situacao(overlapping)).isEqualTo("CANCELADA");
        assertThat(situacao(after)).isEqualTo("CONFIRMADA");
        List<Published> events = server.published().stream()
                .filter(message -> message.topic().endsWith("/reservas/evento"))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).topic()).isEqualTo("client/client_servidor_1/reservas/evento");
        assertThat(events.get(0).text("reserva_id")).isEqualTo(overlapping.reservaId());
        assertThat(events.get(0).text("situacao")).isEqualTo("CANCELADA");
        assertThat(events.get(0).text("por")).isEqualTo("operador");
        assertThat(events.get(0).text("motivo")).isEqualTo("Troca do cabo");
        assertThat(jdbc.sql("SELECT por || ': ' || motivo FROM reservas_historico WHERE para = 'CANCELADA'")
                        .query(String.class)
                        .single())
                .isEqualTo("OPERADOR: Troca do cabo");
    }

    @Test
    void maintenanceWithoutAnEndCancelsAllThatIsToComeAndLeavesOtherPoints() {
        Resposta far = reserva(
                "longe",
                NOW.plus(Duration.ofDays(300)),
                NOW.plus(Duration.ofDays(300)).plusSeconds(900));
        Resposta elsewhere = server.reservar(
                deReserva().id("outro").placa("XYZ9876").posto(4).build());

        manter(3, new ManutencaoBody(true, null, null, null));

        assertThat(situacao(far)).isEqualTo("CANCELADA");
        assertThat(situacao(elsewhere)).isEqualTo("CONFIRMADA");
    }

    @Test
    void whatHasLapsedIsNotCancelled() {
        Resposta lapsed = reserva("faltou", NOW, NOW.plusSeconds(7200));
        clock.advance(Duration.ofMinutes(20));

        manter(3, new ManutencaoBody(true, null, null, null));

        assertThat(situacao(lapsed)).isEqualTo("CONFIRMADA");
        assertThat(server.published()).hasSize(1);
    }

    /** Hours from now; maintenance from 1 to 5 is ended in a window, what is left is told as {@code from-to}. */
    @ParameterizedTest(name = "ended from {0} to {1}: {2}")
    @CsvSource({
        "0, 9, ''",
        "1, 5, ''",
        "0, 1, '1-5'",
        "5, 9, '1-5'",
        "0, 3, '3-5'",
        "3, 9, '1-3'",
        "2, 3, '1-2 3-5'",
        "3, , '1-3'",
        ", 9, ''",
        ", , '1-5'"
    })
    void maintenanceEndsInTheWindowThatIsNamedAndNowhereElse(Integer from, Integer to, String left) {
        manter(3, new ManutencaoBody(true, hour(1), hour(5), null));

        manter(3, new ManutencaoBody(false, hour(from), hour(to), null));

        assertThat(windows()).isEqualTo(left);
    }

    @Test
    void maintenanceThatHasBegunIsExtendedAndEndedWithTheStartThatItHas() {
        manter(3, new ManutencaoBody(true, hour(0), hour(2), null));
        clock.advance(Duration.ofHours(1));

        manter(3, new ManutencaoBody(true, hour(0), hour(4), null));
        assertThat(windows()).isEqualTo("0-2 1-4");

        manter(3, new ManutencaoBody(false, hour(0), hour(4), null));
        assertThat(windows()).isEqualTo("0-1");
    }

    @Test
    void maintenanceThatIsSaidTwiceIsKeptOnce() {
        manter(3, new ManutencaoBody(true, hour(1), hour(5), null));
        manter(3, new ManutencaoBody(true, hour(1), hour(4), null));

        assertThat(windows()).isEqualTo("1-5");
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"-2, -1, fim", "9000, 9001, inicio", "2, 1, fim", "2, 2, fim", "1, 200000, fim"})
    void anImpossibleWindowIsRefused(Integer from, Integer to, String campo) {
        assertThatThrownBy(() -> manter(3, new ManutencaoBody(true, hour(from), hour(to), null)))
                .cause()
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        recusa -> assertThat(recusa.erros().get(0).campo()).isEqualTo(campo));
        assertThat(server.rows("manutencoes")).isZero();
    }

    private Posto mudar(int posto, boolean disponivel, Boolean emManutencao) {
        producer.requestBody(
                "direct:" + DisponibilidadeRoute.ID,
                new PontoDisponibilidade(posto, ServerTest.SERVER_ID, disponivel, emManutencao));
        return producer.requestBody("direct:" + BuscarPostoRoute.ID, posto, Posto.class);
    }

    private void manter(int posto, ManutencaoBody body) {
        Exchange done = producer.request("direct:" + ManutencaoRoute.ID, exchange -> {
            ManutencaoRoute.POSTO_ID.set(exchange, posto);
            exchange.getMessage().setBody(body);
        });
        if (done.getException() != null) {
            throw new CamelExecutionException("refused", done, done.getException());
        }
    }

    private Resposta reserva(String id, Instant inicio, Instant fim) {
        Resposta resposta =
                server.reservar(deReserva().id(id).posto(3).janela(inicio, fim).build());
        assertThat(resposta.codigo()).isEqualTo(Codigo.OK);
        return resposta;
    }

    private String situacao(Resposta reserva) {
        return jdbc.sql("SELECT situacao FROM reservas WHERE id = ?")
                .param(reserva.reservaId())
                .query(String.class)
                .single();
    }

    private String windows() {
        return String.join(
                " ",
                jdbc.sql("SELECT inicio || ' ' || fim FROM manutencoes ORDER BY inicio")
                        .query((row, number) -> {
                            String[] ends = row.getString(1).split(" ");
                            return hours(ends[0]) + "-" + hours(ends[1]);
                        })
                        .list());
    }

    private static long hours(String instant) {
        return Duration.between(NOW, Instant.parse(instant)).toHours();
    }

    private static OffsetDateTime hour(Integer hours) {
        return hours == null ? null : at(NOW.plus(Duration.ofHours(hours)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
