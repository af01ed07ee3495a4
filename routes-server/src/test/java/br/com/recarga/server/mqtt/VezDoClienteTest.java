package br.com.recarga.server.mqtt;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.reservas.ReservarRoute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is heard while a request is being answered waits for its client's turn. */
@ServerTest
class VezDoClienteTest {

    private static final int FILA = 2048;
    private static final String UNDER_WAY = "under-way-";

    @Autowired
    private ServerHarness server;

    @Autowired
    private CamelContext camel;

    @Autowired
    private TestClock clock;

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<CompletableFuture<?>> heard = new ArrayList<>();

    @BeforeEach
    void holdAsManyAsAreUnderWayAtOnce() throws InterruptedException {
        server.beforeStoring().whenExchangeReceived(1, exchange -> {
            held.countDown();
            goOn.await();
        });
        hear("first", "c-1", null);
        assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
        for (int i = 1; i < PedidosRoute.EM_ANDAMENTO; i++) {
            hear(UNDER_WAY + i, "c-0", null);
        }
        await().until(() -> camel.getInflightRepository().size(ReservarRoute.DECIDIR) == PedidosRoute.EM_ANDAMENTO);
    }

    @AfterEach
    void letItGoOn() {
        answerAll();
    }

    @Test
    void oneRequestOfAnotherClientWaitsForOneOfEachAndNotForAll() {
        hear("a-1", "c-1", null);
        hear("a-2", "c-1", null);
        hear("a-3", "c-1", null);
        hear("b-1", "c-2", null);
        hear("b-2", "c-2", null);

        answerAll();

        assertThat(decided()).containsExactly("first", "a-1", "b-1", "a-2", "b-2", "a-3");
    }

    @Test
    void whoseTopicProvesWhoItIsDoesNotStandBehindThoseWhoSaySo() {
        hear("forged-1", "c-2", null);
        hear("forged-2", "c-2", null);
        heard.add(server.receiveAndGoOn("servers/server7/pedidos/c-2/reservar", pedido("own", "c-2"), null));

        answerAll();

        assertThat(decided()).containsExactly("first", "forged-1", "own", "forged-2");
    }

    @Test
    void aClientWithTooManyWaitingIsRefusedAtOnceAndOthersAreNot() {
        for (int i = 0; i < FILA; i++) {
            // refused without the database, as they are many
            heard.add(server.receiveAndGoOn(Topics.POSTOS_RESERVA, """
                {"request_id":"a-%d","client_id":"c-1","server_id":"server7"}\
                """.formatted(i), null));
        }
        assertThat(server.published().size()).isZero();

        CompletableFuture<?> tooMany = hear("too-many", "c-1", null);

        assertThat(tooMany).isCompleted();
        assertThat(server.reply().text("request_id")).isEqualTo("too-many");
        assertThat(server.reply().text("codigo")).isEqualTo("LIMITE_EXCEDIDO");
        assertThat(hear("b-1", "c-2", null)).isNotCompleted();
        answerAll();
        assertThat(decided()).containsExactly("first", "b-1");
        assertThat(server.reservar(deReserva()
                                .id("too-many")
                                .client("c-1")
                                .posto(3)
                                .placa("CCC3333")
                                .build())
                        .codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void aCopyOfWhatWaitsDoesNotWaitAsWell() {
        hear("a-1", "c-1", correlation("1"));
        for (int copy = 0; copy < FILA; copy++) {
            hear("a-1", "c-1", correlation("1"));
        }
        hear("a-2", "c-1", correlation("2"));

        answerAll();

        assertThat(answers("a-1")).isEqualTo(1);
        assertThat(answers("a-2")).isEqualTo(1);
    }

    @Test
    void twoClientsThatNumberTheirRequestsAlikeAreBothAnswered() {
        MqttProperties number = new MqttProperties();
        number.setCorrelationData("1".getBytes(StandardCharsets.US_ASCII));

        hear("a-1", "c-1", number);
        hear("a-1", "c-2", number);
        answerAll();

        assertThat(answers("a-1")).isEqualTo(2);
    }

    @Test
    void anotherRequestWithTheSameCorrelationDataIsNoCopy() {
        hear("a-1", "c-1", correlation("1"));
        hear("a-2", "c-1", correlation("1"));
        answerAll();

        assertThat(answers("a-1")).isEqualTo(1);
        assertThat(answers("a-2")).isEqualTo(1);
    }

    @Test
    void aCopyThatLastsLongerIsAnsweredWhenTheFirstIsNotAnyMore() {
        long copies = server.exchanges(DescartarRoute.COPIAS);
        MqttProperties briefly = correlation("1");
        briefly.setMessageExpiryInterval(1L);
        MqttProperties longer = correlation("1");
        longer.setMessageExpiryInterval(5L);
        hear("a-1", "c-1", briefly);
        hear("a-1", "c-1", briefly);
        hear("a-1", "c-1", longer);
        hear("a-1", "c-1", longer);

        clock.advance(Duration.ofSeconds(2));
        answerAll();

        assertThat(answers("a-1")).isEqualTo(1);
        assertThat(server.exchanges(DescartarRoute.COPIAS)).isEqualTo(copies + 2);
    }

    @Test
    void aCopyOfWhatIsAnsweredIsAnsweredAgain() {
        hear("a-1", "c-1", correlation("1"));
        answerAll();

        hear("a-1", "c-1", correlation("1"));
        answerAll();

        assertThat(answers("a-1")).isEqualTo(2);
    }

    @Test
    void whatExpiresWhileItWaitsIsCountedAndForgotten() {
        long forgotten = server.exchanges(DescartarRoute.EXPIRADOS);
        hear("expires", "c-1", expiry(1));
        hear("lasts", "c-1", expiry(2));

        clock.advance(Duration.ofSeconds(2));
        answerAll();

        assertThat(decided()).containsExactly("first", "lasts");
        assertThat(server.exchanges(DescartarRoute.EXPIRADOS)).isEqualTo(forgotten + 1);
    }

    @Test
    void aRouteThatStopsAnswersFirstWhatWaits() throws Exception {
        hear("a-1", "c-1", null);
        hear("b-1", "c-2", null);
        Thread stop = new Thread(this::stop);
        stop.start();
        // it waits for what is under way, and for nothing else
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);

        goOn.countDown();
        stop.join();

        try {
            assertThat(decided()).containsExactly("first", "a-1", "b-1");
            assertThat(server.published()).hasSize(PedidosRoute.EM_ANDAMENTO + 2);
        } finally {
            camel.getRouteController().startRoute(PedidosRoute.ID);
        }
    }

    private void stop() {
        try {
            camel.getRouteController().stopRoute(PedidosRoute.ID, 1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<?> hear(String requestId, String clientId, MqttProperties properties) {
        CompletableFuture<?> answer =
                server.receiveAndGoOn(Topics.POSTOS_RESERVA, pedido(requestId, clientId), properties);
        heard.add(answer);
        return answer;
    }

    private static String pedido(String requestId, String clientId) {
        return ContractJson.write(deReserva().id(requestId).client(clientId).build());
    }

    private static MqttProperties correlation(String data) {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(Topics.replyTo(Topics.POSTOS_RESERVA, "c-1"));
        properties.setCorrelationData(data.getBytes(StandardCharsets.US_ASCII));
        return properties;
    }

    private static MqttProperties expiry(long seconds) {
        MqttProperties properties = new MqttProperties();
        properties.setMessageExpiryInterval(seconds);
        return properties;
    }

    private void answerAll() {
        goOn.countDown();
        CompletableFuture.allOf(heard.toArray(CompletableFuture[]::new))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private long answers(String requestId) {
        return server.published().stream()
                .filter(published -> published.text("request_id").equals(requestId))
                .count();
    }

    /** In their order; the answers follow it only by groups. */
    private List<String> decided() {
        return server.beforeStoring().getReceivedExchanges().stream()
                .map(exchange ->
                        (String) exchange.getMessage().getBody(Map.class).get("request_id"))
                .filter(requestId -> !requestId.startsWith(UNDER_WAY))
                .toList();
    }
}
