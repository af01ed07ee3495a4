package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Status;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ReservarRouteTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal selo;

    @Test
    void confirmsAFreePointInTheWordsOfTheContract() {
        Resposta resposta = server.reservar(deReserva().id("r-1").build());

        assertThat(resposta.requestId()).isEqualTo("r-1");
        assertThat(resposta.status()).isEqualTo(Status.SUCESSO);
        assertThat(resposta.codigo()).isEqualTo(Codigo.OK);
        assertThat(resposta.mensagem())
                .isEqualTo("O posto Central localizado no servidor server7 foi reservado para o carro de placa"
                        + " ABC1234.");
        assertThat(resposta.serverId()).isEqualTo("server7");
        assertThat(resposta.postoId()).isEqualTo(1);
        assertThat(resposta.placa()).isEqualTo("ABC1234");
        assertThat(resposta.situacao()).isEqualTo(Situacao.CONFIRMADA);
        assertThat(resposta.reservaId()).startsWith("server7-");
        assertThat(resposta.codigoReserva()).matches("[0-9a-f]{20}");
        assertThat(resposta.alternativas()).isNull();
        assertThat(resposta.erros()).isNull();
    }

    @Test
    void writesReservationCarAndAnswerOnce() throws JsonProcessingException {
        Resposta resposta = server.reservar(deReserva()
                .id("r-1")
                .client("c-1")
                .placa("abc-1d23")
                .janela(TOMORROW, TOMORROW.plus(HOUR))
                .build());

        assertThat(jdbc.sql("SELECT * FROM reservas").query().singleRow())
                .containsEntry("id", resposta.reservaId())
                .containsEntry("codigo_reserva", ImpressaoDoCodigo.de(resposta.codigoReserva()))
                .containsEntry("request_id", "r-1")
                .containsEntry("client_id", "c-1")
                .containsEntry("viagem_id", null)
                .containsEntry("posto_id", 1)
                .containsEntry("placa", "ABC1D23")
                .containsEntry("inicio", "2026-06-02T12:00:00Z")
                .containsEntry("fim", "2026-06-02T13:00:00Z")
                .containsEntry("situacao", "CONFIRMADA")
                .containsEntry("expira_em", "2026-06-02T12:15:00Z")
                .containsEntry("alterada_por", "MOTORISTA")
                .containsEntry("criada_em", "2026-06-01T12:00:00Z");
        assertThat(jdbc.sql("SELECT * FROM carros").query().singleRow())
                .containsEntry("placa", "ABC1D23")
                .containsEntry("modelo", "BYD Dolphin")
                .containsEntry("capacidade_bateria", 44.5)
                .containsEntry("nivel_bateria_atual", 22.3)
                .containsEntry("taxa_descarga", 0.19)
                .containsEntry("atualizado_em", "2026-06-01T12:00:00Z");
        Map<String, Object> stored = jdbc.sql("SELECT * FROM respostas").query().singleRow();
        assertThat(stored).containsEntry("request_id", "r-1").containsEntry("criada_em", "2026-06-01T12:00:00Z");
        String closed = (String) stored.get("resposta");
        assertThat(closed).doesNotContain(resposta.codigoReserva()).doesNotContain("ABC1D23");
        assertThat(ContractJson.mapper().readValue(selo.open(closed, "r-1").orElseThrow(), Resposta.class))
                .isEqualTo(resposta);
    }

    @Test
    void keepsWhatIsLatestKnownOfACar() {
        server.reservar(deReserva().id("r-1").bateria(44.5, 22.3).build());
        server.reservar(deReserva()
                .id("r-2")
                .bateria(44.5, 10)
                .janela(TOMORROW, TOMORROW.plus(HOUR))
                .build());

        assertThat(jdbc.sql("SELECT nivel_bateria_atual FROM carros")
                        .query(Double.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void givesEveryReservationACodeOfItsOwn() {
        Resposta one = server.reservar(deReserva().id("r-1").posto(1).build());
        Resposta other =
                server.reservar(deReserva().id("r-2").placa("XYZ9876").posto(2).build());

        assertThat(one.codigoReserva()).isNotEqualTo(other.codigoReserva());
        assertThat(one.reservaId()).isNotEqualTo(other.reservaId());
    }

    /**
     * Point 1 gives 60 kW with direct, point 5 1.4 kW with alternating current. A car that says nothing takes 1.5 kW for each kWh
     * of its capacity from the former, and above 80 % ever less.
     */
    @ParameterizedTest(name = "{1} of {0} kWh at point {2} take {3}")
    @CsvSource({
        "44.5, 22.3, 1, PT29M27S",
        "100, 0, 1, PT1H41M56S",
        "100, 99.9, 1, PT15M",
        "60, 60, 1, PT15M",
        "60, 50.1, 1, PT15M",
        "60, 50, 1, PT15M2S",
        "33.6, 0, 5, PT24H",
        "33.5, 0, 5, PT23H55M43S",
        "100, 0, 5, PT24H"
    })
    void withoutAWindowReservesFromNowForAsLongAsTheChargeTakes(
            double capacidade, double nivel, int posto, Duration expected) {
        Resposta resposta = server.reservar(
                deReserva().bateria(capacidade, nivel).posto(posto).build());

        assertThat(resposta.inicio().toInstant()).isEqualTo(NOW);
        assertThat(resposta.fim().toInstant()).isEqualTo(NOW.plus(expected));
    }

    /** 150 kW at point 4, 22 kW at point 2; the car takes 60 and 7 kW. */
    @ParameterizedTest
    @CsvSource({"4, PT41M29S", "2, PT4H37M43S"})
    void aCarTakesNoMoreThanItSays(int posto, Duration expected) {
        Resposta resposta = server.reservar(deReserva()
                .bateria(44.9, 12.5)
                .potencias(7, 60)
                .conectores("Tipo 2", "CCS2")
                .posto(posto)
                .build());

        assertThat(resposta.fim().toInstant()).isEqualTo(NOW.plus(expected));
    }

    @Test
    void aWindowWithoutAnEndLastsAsLongAsTheChargeTakes() {
        Resposta resposta =
                server.reservar(deReserva().bateria(100, 0).inicio(TOMORROW).build());

        assertThat(resposta.inicio().toInstant()).isEqualTo(TOMORROW);
        assertThat(resposta.fim().toInstant()).isEqualTo(TOMORROW.plus(Duration.parse("PT1H41M56S")));
    }

    @Test
    void aWindowWithoutABeginningBeginsNow() {
        Resposta resposta = server.reservar(deReserva().fim(NOW.plus(HOUR)).build());

        assertThat(resposta.inicio().toInstant()).isEqualTo(NOW);
        assertThat(resposta.fim().toInstant()).isEqualTo(NOW.plus(HOUR));
    }

    @Test
    void tellsTheWindowInTheTimeOfTheServer() {
        Resposta resposta = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());

        assertThat(resposta.inicio()).isEqualTo(OffsetDateTime.parse("2026-06-02T09:00:00-03:00"));
        assertThat(resposta.inicio().getOffset()).hasToString("-03:00");
        assertThat(resposta.fim()).hasToString("2026-06-02T10:00-03:00");
    }

    @Test
    void adjacentWindowsDoNotOverlap() {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);
        assertThat(reserveTomorrow("r-2", "BBB2222", 1, 60, 120).codigo()).isEqualTo(Codigo.OK);
        assertThat(reserveTomorrow("r-3", "CCC3333", 1, -60, 0).codigo()).isEqualTo(Codigo.OK);
        assertThat(server.rows("reservas")).isEqualTo(3);
    }

    @ParameterizedTest(name = "from minute {0} to minute {1}")
    @CsvSource({"0, 60", "-30, 1", "59, 90", "10, 20", "-10, 70", "0, 1", "59, 60"})
    void overlappingWindowsOfAPointAreRefused(int begin, int end) {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);

        Resposta resposta = reserveTomorrow("r-2", "BBB2222", 1, begin, end);

        assertThat(resposta.status()).isEqualTo(Status.ERRO);
        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(resposta.mensagem()).isEqualTo("O posto Central está ocupado nesse horário");
        assertThat(resposta.reservaId()).isNull();
        assertThat(resposta.codigoReserva()).isNull();
        assertThat(resposta.situacao()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(1);
        assertThat(server.rows("respostas")).isEqualTo(2);
    }

    @Test
    void anOccupiedPointComesWithTheNearestThatAreFreeAndFitTheSamePlug() {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);

        Resposta resposta = reserveTomorrow("r-2", "BBB2222", 1, 0, 60);

        assertThat(resposta.alternativas()).extracting(Posto::id).containsExactly(4, 7, 8);
        assertThat(resposta.alternativas()).extracting(Posto::distanciaKm).containsExactly(111.2, 111.2, 222.4);
        assertThat(resposta.alternativas()).allMatch(Posto::disponivel);
    }

    /** The point has CHAdeMO, which this car has not; nearest first, of either kind that it has. */
    @Test
    void forACarThatThePlugDoesNotFitTheAlternativesHaveOneThatDoes() {
        reserveTomorrow("r-1", "AAA1111", 3, 0, 60);

        Resposta resposta = server.reservar(deReserva()
                .id("r-2")
                .placa("BBB2222")
                .conectores("Tipo 2", "CCS2")
                .posto(3)
                .janela(TOMORROW, TOMORROW.plus(HOUR))
                .build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(resposta.alternativas()).extracting(Posto::id).containsExactly(1, 2, 6, 5, 4);
    }

    @Test
    void alternativesAreFreeInTheSameWindowAndInService() {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);
        reserveTomorrow("r-2", "CCC3333", 4, 30, 90);
        reserveTomorrow("r-3", "DDD4444", 7, 60, 120);

        Resposta resposta = reserveTomorrow("r-4", "BBB2222", 1, 0, 60);

        assertThat(resposta.alternativas()).extracting(Posto::id).containsExactly(7, 8);

        server.emManutencao(7);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 8").update();
        assertThat(reserveTomorrow("r-5", "BBB2222", 1, 0, 60).alternativas()).isEmpty();
    }

    @Test
    void aPointInMaintenanceIsRefusedWithAlternatives() {
        server.emManutencao(1);

        Resposta resposta = server.reservar(deReserva().build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_EM_MANUTENCAO);
        assertThat(resposta.mensagem()).isEqualTo("O posto Central está em manutenção nesse horário");
        assertThat(resposta.alternativas()).extracting(Posto::id).startsWith(4, 7);
        assertNothingReserved();
    }

    @Test
    void aPointSwitchedOffByItsOperatorIsRefused() {
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 1").update();

        Resposta resposta = server.reservar(deReserva().build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertNothingReserved();
    }

    @Test
    void aCarIsNotReservedTwiceAtTheSameTime() {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);

        Resposta resposta = reserveTomorrow("r-2", "aaa-1111", 2, 59, 90);

        assertThat(resposta.codigo()).isEqualTo(Codigo.CARRO_JA_RESERVADO);
        assertThat(resposta.mensagem()).isEqualTo("O carro de placa AAA1111 já tem uma reserva nesse horário");
        assertThat(resposta.alternativas()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(1);
        assertThat(reserveTomorrow("r-3", "AAA1111", 2, 60, 90).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void anUnknownPointIsRefusedInTheWordsOfTheContract() {
        Resposta resposta = server.reservar(deReserva().posto(99).build());

        assertThat(resposta.status()).isEqualTo(Status.ERRO);
        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_INEXISTENTE);
        assertThat(resposta.mensagem()).isEqualTo("O posto 99 não existe no servidor server7");
        assertNothingReserved();
    }

    @Test
    void aRefusedRequestLeavesNoCarBehind() {
        reserveTomorrow("r-1", "AAA1111", 1, 0, 60);

        reserveTomorrow("r-2", "BBB2222", 1, 0, 60);

        assertThat(jdbc.sql("SELECT placa FROM carros").query(String.class).list())
                .containsExactly("AAA1111");
    }

    @Test
    void aRefusedRequestDoesNotChangeAKnownCar() {
        server.reservar(deReserva().id("r-1").bateria(44.5, 22.3).build());

        server.reservar(deReserva().id("r-2").bateria(44.5, 1).posto(2).build());

        assertThat(jdbc.sql("SELECT nivel_bateria_atual FROM carros")
                        .query(Double.class)
                        .single())
                .isEqualTo(22.3);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} {3}")
    @CsvSource({
        "2026-06-01T11:58:59Z, 2026-06-01T13:00:00Z, inicio, já passou",
        "2025-01-01T00:00:00Z, 2025-01-01T01:00:00Z, inicio, já passou",
        "2027-06-01T12:00:01Z, 2027-06-01T13:00:00Z, inicio, deve começar em no máximo 365 dia(s)",
        "+999999999-01-01T00:00:00Z, +999999999-01-01T01:00:00Z, inicio, deve começar em no máximo 365 dia(s)",
        "-999999999-01-01T00:00:00Z, -999999999-01-01T01:00:00Z, inicio, já passou",
        "2026-06-02T12:00:00Z, 2026-06-02T12:00:00Z, fim, deve ser depois do início",
        "2026-06-02T12:00:00Z, 2026-06-02T11:00:00Z, fim, deve ser depois do início",
        "2026-06-02T12:00:00Z, 2026-06-03T12:00:01Z, fim, a janela pode durar no máximo 24 horas",
        "2026-06-02T12:00:00.1Z, 2026-06-02T12:00:00.9Z, fim, deve ser depois do início e de agora",
        "2026-06-01T11:59:00Z, 2026-06-01T12:00:00Z, fim, deve ser depois do início e de agora",
    })
    void aWindowThatCannotBeReservedIsRefusedByItsField(
            OffsetDateTime begin, OffsetDateTime end, String campo, String mensagem) {
        Resposta resposta = server.reservar(
                deReserva().janela(begin.toInstant(), end.toInstant()).build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(resposta.erros()).containsExactly(new ErroCampo(campo, mensagem));
        assertNothingReserved();
        assertThat(server.rows("respostas")).isZero();
    }

    @ParameterizedTest(name = "until {0}: {1}")
    @CsvSource({
        "2026-06-02T12:00:01Z, a janela pode durar no máximo 24 horas",
        "2026-06-01T12:00:00Z, deve ser depois do início e de agora",
        "2026-06-01T11:00:00Z, deve ser depois do início e de agora"
    })
    void anEndWithoutABeginningIsMeasuredFromNow(Instant end, String mensagem) {
        Resposta resposta = server.reservar(deReserva().fim(end).build());

        assertThat(resposta.erros()).containsExactly(new ErroCampo("fim", mensagem));
        assertThat(server.rows("respostas")).isZero();
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "2026-06-01T11:59:00Z, 2026-06-01T13:00:00Z",
        "2027-06-01T12:00:00Z, 2027-06-02T12:00:00Z",
        "2026-06-02T12:00:00Z, 2026-06-02T12:00:01Z"
    })
    void theOutermostWindowsCanBeReserved(Instant begin, Instant end) {
        Resposta resposta = server.reservar(deReserva().janela(begin, end).build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.OK);
        assertThat(resposta.inicio().toInstant()).isEqualTo(begin);
        assertThat(resposta.fim().toInstant()).isEqualTo(end);
    }

    private Resposta reserveTomorrow(String requestId, String placa, int posto, int beginMinute, int endMinute) {
        return server.reservar(deReserva()
                .id(requestId)
                .placa(placa)
                .posto(posto)
                .janela(TOMORROW.plus(Duration.ofMinutes(beginMinute)), TOMORROW.plus(Duration.ofMinutes(endMinute)))
                .build());
    }

    private void assertNothingReserved() {
        assertThat(server.rows("reservas")).isZero();
        assertThat(server.rows("carros")).isZero();
    }
}
