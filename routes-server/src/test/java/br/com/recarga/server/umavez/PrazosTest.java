package br.com.recarga.server.umavez;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What nobody waits for any more is not done. */
@ServerTest
class PrazosTest {

    private static final OffsetDateTime TOMORROW = NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);

    /** Of the settings' defaults. */
    private static final Duration FOLGA = Duration.ofSeconds(2);

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestRestTemplate http;

    static Stream<Arguments> kinds() {
        String reserva = "server7-01a20121-6074-7f6c-b1fd-547073455cea";
        Carro carro = new Carro("ABC1D23", "BYD Dolphin", 44.9, 22.4, 0.19);
        List<Parada> paradas = List.of(new Parada(1, TOMORROW, TOMORROW.plusHours(1)));
        OffsetDateTime expiraEm = NOW.plusSeconds(60).atOffset(ZoneOffset.UTC);
        return Stream.of(
                Arguments.of(Topics.POSTOS_RESERVA, deReserva().build()),
                Arguments.of(
                        Topics.POSTOS_ALTERACAO,
                        new AlteracaoRequest("r-1", "c-1", "server7", reserva, "x", TOMORROW, null, null)),
                Arguments.of(
                        Topics.POSTOS_CANCELAMENTO,
                        new CancelamentoRequest("r-1", "c-1", "server7", reserva, null, "x", null, null)),
                Arguments.of(
                        Topics.POSTOS_CANCELAMENTO,
                        new CancelamentoRequest("r-1", "c-1", "server7", null, "v-1", null, null, null)),
                Arguments.of(
                        Topics.POSTOS_PRE_RESERVA,
                        new PreReservaRequest("r-1", "c-1", "server7", carro, "v-1", expiraEm, paradas, null)),
                Arguments.of(Topics.POSTOS_CONFIRMACAO, new ConfirmacaoRequest("r-1", "c-1", "server7", "v-1")),
                Arguments.of(
                        Topics.RESERVAS_REQUEST,
                        new ReservasRequest("r-1", "c-1", "server7", null, null, "r-0", null, null, null)),
                Arguments.of(
                        Topics.POSTOS_REQUEST,
                        new PostosRequest("r-1", "c-1", "server7", null, null, null, null, null, null, null, null)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRequestOfAnyKindIsRefusedAfterItsDeadlineAndNothingIsStored(String topic, Pedido request) {
        Resposta late = server.ask(topic, request.comPrazo(before(FOLGA.plusMillis(1))), Resposta.class);

        assertThat(late.codigo()).isEqualTo(Codigo.TEMPO_ESGOTADO);
        assertThat(late.mensagem()).contains("nada foi feito");
        for (String table : List.of("reservas", "respostas", "carros", "viagens_canceladas")) {
            assertThat(server.rows(table)).as(table).isZero();
        }
    }

    @Test
    void clocksMayDifferByTheSlack() {
        Pedido request = deReserva().build();

        assertThat(server.ask(Topics.POSTOS_RESERVA, request.comPrazo(before(FOLGA)), Resposta.class)
                        .codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void aStoredAnswerIsGivenAgainAfterTheDeadlineToo() {
        Pedido request = deReserva().build().comPrazo(before(Duration.ofSeconds(-5)));
        Resposta first = server.ask(Topics.POSTOS_RESERVA, request, Resposta.class);

        clock.advance(Duration.ofMinutes(1));

        assertThat(server.ask(Topics.POSTOS_RESERVA, request, Resposta.class)).isEqualTo(first);
    }

    @Test
    void aRepetitionByHandHasAnotherDeadlineAndIsTheSameRequest() {
        Pedido request = deReserva().build();
        Resposta first =
                server.ask(Topics.POSTOS_RESERVA, request.comPrazo(before(Duration.ofSeconds(-5))), Resposta.class);

        assertThat(server.ask(Topics.POSTOS_RESERVA, request.comPrazo(before(Duration.ofSeconds(-60))), Resposta.class))
                .isEqualTo(first);
        assertThat(server.ask(Topics.POSTOS_RESERVA, request, Resposta.class)).isEqualTo(first);
    }

    @Test
    void whatCameTooLateIsDecidedWhenItIsAskedAnew() {
        Pedido request = deReserva().build();
        server.ask(Topics.POSTOS_RESERVA, request.comPrazo(before(Duration.ofMinutes(1))), Resposta.class);

        assertThat(server.ask(Topics.POSTOS_RESERVA, request.comPrazo(before(Duration.ofSeconds(-5))), Resposta.class)
                        .codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void aChangeThatComesLateDoesNotUndoTheOneThatWasMadeMeanwhile() {
        Resposta reserva = server.reservar(deReserva()
                .janela(TOMORROW.toInstant(), TOMORROW.plusHours(1).toInstant())
                .build());
        Pedido old = alteracao("r-old", reserva, TOMORROW.plusHours(2)).comPrazo(before(Duration.ofSeconds(-5)));
        clock.advance(Duration.ofSeconds(8));
        Pedido newer = alteracao("r-new", reserva, TOMORROW.plusHours(4)).comPrazo(before(Duration.ofSeconds(-13)));
        assertThat(server.ask(Topics.POSTOS_ALTERACAO, newer, Resposta.class).codigo())
                .isEqualTo(Codigo.OK);

        Resposta late = server.ask(Topics.POSTOS_ALTERACAO, old, Resposta.class);

        assertThat(late.codigo()).isEqualTo(Codigo.TEMPO_ESGOTADO);
        JsonNode found = http.getForObject(
                "/reservas/" + reserva.reservaId() + "?codigo=" + reserva.codigoReserva(), JsonNode.class);
        assertThat(OffsetDateTime.parse(found.at("/reservas/0/inicio").asText()).toInstant())
                .isEqualTo(TOMORROW.plusHours(4).toInstant());
    }

    @Test
    void theDeadlineHoldsAtTheHttpDoorToo() throws JsonProcessingException {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        String late =
                ContractJson.mapper().writeValueAsString(deReserva().build().comPrazo(before(Duration.ofMinutes(1))));

        ResponseEntity<Resposta> answer =
                http.postForEntity("/reservas", new HttpEntity<>(late, headers), Resposta.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(504);
        assertThat(answer.getBody().codigo()).isEqualTo(Codigo.TEMPO_ESGOTADO);
        assertThat(server.rows("reservas")).isZero();
    }

    private static Pedido alteracao(String requestId, Resposta reserva, OffsetDateTime inicio) {
        return new AlteracaoRequest(
                requestId, "c-1", "server7", reserva.reservaId(), reserva.codigoReserva(), inicio, null, null);
    }

    private static OffsetDateTime before(Duration now) {
        return NOW.minus(now).atOffset(ZoneOffset.UTC);
    }
}
