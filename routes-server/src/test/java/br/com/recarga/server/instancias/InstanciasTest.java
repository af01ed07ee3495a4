package br.com.recarga.server.instancias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.mqtt.BaterRoute;
import br.com.recarga.server.mqtt.OuvirInstanciaRoute;
import br.com.recarga.server.reservas.UmPedido;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** Of several processes that call themselves the same server, the one that began first serves. */
@ServerTest
class InstanciasTest {

    private static final String TOPIC = Topics.servidorStatus(ServerTest.SERVER_ID);

    @Autowired
    private ServerHarness server;

    @Autowired
    private Instancias instancias;

    @Autowired
    private InstanciaHealthIndicator health;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestRestTemplate http;

    private OffsetDateTime began;

    @BeforeEach
    void whenThisOneBegan() {
        began = instancias.status(Presenca.ONLINE).desde();
        assertThat(instancias.serve()).isTrue();
    }

    @AfterEach
    void nobodyElse() throws JsonProcessingException {
        if (!instancias.serve()) {
            hear(instancias.outra().instancia(), Presenca.OFFLINE, null);
        }
    }

    @Test
    void anOlderOneServesAndThisOneDoesNothing() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));

        server.receive(
                Topics.POSTOS_RESERVA,
                ContractJson.mapper().writeValueAsString(UmPedido.deReserva().build()));
        server.hear("pontos/3/disponibilidade", "{\"ponto_id\":3,\"server_id\":\"server7\",\"disponivel\":false}");

        assertThat(server.published()).isEmpty();
        assertThat(server.rows("reservas")).isZero();
        assertThat(http.getForObject("/pontos/3", String.class)).contains("\"disponivel\":true");
        assertThat(http.getForObject("/status", String.class)).contains("\"status\":\"offline\"");
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("outra", instancias.outra());
    }

    @Test
    void nothingCanBeChangedOrDeniedOverHttpEither() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));

        assertThat(http.postForEntity("/reservas", UmPedido.deReserva().build(), String.class))
                .satisfies(refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(refused.getBody()).contains("SERVIDOR_INDISPONIVEL", Instancias.MENSAGEM);
                    assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
        assertThat(http.getForEntity("/reservas/r-1", String.class).getStatusCode())
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(http.getForEntity("/pontos", String.class).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(server.rows("pedidos_negados")).isZero();
    }

    @Test
    void aYoungerOneIsToldWhoServes() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.plusSeconds(1));

        assertThat(instancias.serve()).isTrue();
        assertAnnounced();
    }

    @Test
    void ofTwoThatBeganAtOnceTheSameOneServesForBoth() throws JsonProcessingException {
        // between the two, this one's name begins with s
        hear("a", Presenca.ONLINE, began);
        assertThat(instancias.serve()).isFalse();
        hear("a", Presenca.OFFLINE, null);

        hear("z", Presenca.ONLINE, began);
        assertThat(instancias.serve()).isTrue();
    }

    @Test
    void onceTheOtherHasGoneThisOneServesAndSaysSo() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        hear("outra", Presenca.OFFLINE, null);

        assertThat(instancias.serve()).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertAnnounced();
    }

    @Test
    void thatAThirdOneGoesIsNoReasonToServe() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        hear("terceira", Presenca.OFFLINE, null);

        assertThat(instancias.serve()).isFalse();
        assertThat(server.published()).isEmpty();
    }

    @Test
    void aLastWillOfItsOwnThatComesLateIsMended() throws JsonProcessingException {
        hear(instancias.status(Presenca.ONLINE).instancia(), Presenca.OFFLINE, began);

        assertThat(instancias.serve()).isTrue();
        assertAnnounced();
    }

    @Test
    void itsOwnWordAndWhatNamesNoProcessChangeNothing() throws JsonProcessingException {
        hear(instancias.status(Presenca.ONLINE).instancia(), Presenca.ONLINE, began);
        hear(null, Presenca.ONLINE, null);
        server.receive(TOPIC, "");
        server.receive(TOPIC, "{\"status\":1}");

        assertThat(instancias.serve()).isTrue();
        assertThat(server.published()).isEmpty();
    }

    @Test
    void whatIsLeftOfOneThatWasKilledKeepsNobodyFromServingForLong() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        clock.advance(Instancias.SEM_SINAL);
        assertThat(instancias.esperando(true)).isTrue();
        assertThat(instancias.serve()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(instancias.esperando(true)).isTrue();

        assertThat(instancias.serve()).isTrue();
        assertThat(instancias.esperando(true)).isFalse();
    }

    @Test
    void aSignOfLifeAndABrokerThatIsAwayKeepItWaiting() throws JsonProcessingException {
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        clock.advance(Instancias.SEM_SINAL);
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        clock.advance(Instancias.SEM_SINAL);
        instancias.esperando(false);
        clock.advance(Instancias.SEM_SINAL);
        instancias.esperando(true);

        assertThat(instancias.serve()).isFalse();
        assertThatThrownBy(instancias::exigir).isInstanceOf(PedidoRecusado.class);
    }

    @Test
    void whoeverWaitsAsksForASignOfLifeAndIsNotTakenForTheOneThatServes() throws JsonProcessingException {
        server.fire(OuvirInstanciaRoute.VIGIAR);
        assertThat(server.published()).isEmpty();

        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        server.fire(OuvirInstanciaRoute.VIGIAR);

        assertThat(server.reply().topic()).isEqualTo(TOPIC);
        assertThat(server.lastRetained()).isFalse();
    }

    @Test
    void itSaysThatItIsThereAtEachBeatAndNotWhileAnotherServesOrNobodyHears() throws JsonProcessingException {
        clock.advance(Duration.ofHours(1));

        assertThat(instancias.deveAnunciar(false)).isFalse();
        assertThat(instancias.deveAnunciar(true)).isTrue();
        clock.advance(Duration.ofSeconds(15).minusMillis(1));
        assertThat(instancias.deveAnunciar(true)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(instancias.deveAnunciar(true)).isTrue();

        clock.advance(Duration.ofSeconds(15));
        hear("outra", Presenca.ONLINE, began.minusSeconds(1));
        assertThat(instancias.deveAnunciar(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"status\":1}",
                "{\"server_id\":\"server8\",\"status\":\"online\"}",
                "{\"server_id\":\"server7\",\"status\":\"online\"}",
                "{\"server_id\":\"server7\",\"status\":\"online\",\"instancia\":\"%s\"}"
            })
    void whatIsNobodysWordIsReplacedAtTheNextSecond(String forged) {
        beaten();

        server.receive(
                TOPIC, forged.formatted(instancias.status(Presenca.ONLINE).instancia()));

        assertThat(instancias.deveAnunciar(true)).isTrue();
        assertThat(instancias.deveAnunciar(true)).isFalse();
    }

    @Test
    void aHeartBeatsForNobodyWhileTheBrokerIsAway() {
        server.receive(TOPIC, "");

        server.fire(BaterRoute.ID);

        assertThat(server.published()).isEmpty();
    }

    @Test
    void itsOwnWordNeedsNoOther() throws JsonProcessingException {
        beaten();

        server.receive(TOPIC, ContractJson.mapper().writeValueAsString(instancias.status(Presenca.ONLINE)));

        assertThat(instancias.deveAnunciar(true)).isFalse();
    }

    private void beaten() {
        instancias.adulterar();
        assertThat(instancias.deveAnunciar(true)).isTrue();
        assertThat(instancias.deveAnunciar(true)).isFalse();
    }

    private void assertAnnounced() {
        Published said = server.published().get(server.published().size() - 1);
        assertThat(said.topic()).isEqualTo(TOPIC);
        assertThat(said.text("status")).isEqualTo("online");
        assertThat(said.text("instancia"))
                .isEqualTo(instancias.status(Presenca.ONLINE).instancia());
        assertThat(server.lastRetained()).isTrue();
    }

    private void hear(String instancia, Presenca presenca, OffsetDateTime desde) throws JsonProcessingException {
        server.receive(
                TOPIC,
                ContractJson.mapper()
                        .writeValueAsString(
                                new ServidorStatus(ServerTest.SERVER_ID, presenca, null, instancia, desde)));
    }
}
