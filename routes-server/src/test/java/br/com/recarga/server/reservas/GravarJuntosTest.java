package br.com.recarga.server.reservas;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that waited while another was written are written by one commit, and each is decided as if it were alone. */
@ServerTest
class GravarJuntosTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private CamelContext camel;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<CompletableFuture<?>> asked = new ArrayList<>();

    @BeforeEach
    void letAllWaitForOne() {
        server.beforeStoring().whenExchangeReceived(1, exchange -> goOn.await());
        ask(deReserva().id("held").placa("AAA0000").posto(8).build());
        await().until(() -> server.beforeStoring().getReceivedCounter() == 1);
    }

    @AfterEach
    void goOn() {
        answers();
    }

    @Test
    void theSameRequestManyTimesHasOneEffectAndOneAnswer() {
        for (int i = 0; i < 20; i++) {
            ask(deReserva().id("again").build());
        }

        assertThat(answers().stream().filter(answer -> answer.text("request_id").equals("again")))
                .hasSize(20)
                .allMatch(answer -> answer.text("codigo").equals("OK"))
                .extracting(answer -> answer.text("reserva_id"))
                .containsOnly(server.published().stream()
                        .filter(answer -> answer.text("request_id").equals("again"))
                        .findFirst()
                        .orElseThrow()
                        .text("reserva_id"));
        assertThat(server.rows("reservas")).isEqualTo(2);
        assertThat(server.rows("respostas")).isEqualTo(2);
    }

    @Test
    void onlyOneGetsASlotThatManyWant() {
        for (int i = 0; i < 20; i++) {
            ask(deReserva().id("r-" + i).placa("BBB%04d".formatted(i)).build());
        }

        assertThat(answers().stream().map(answer -> answer.text("codigo")))
                .hasSize(21)
                .filteredOn(codigo -> codigo.equals("OK"))
                .hasSize(2);
        assertThat(server.rows("reservas")).isEqualTo(2);
        assertThat(server.rows("respostas")).isEqualTo(21);
    }

    @Test
    void aFaultInOneTakesItBackAndNoOther() {
        server.beforeStoring().whenExchangeReceived(3, exchange -> {
            throw new IllegalStateException("not for the requester's eyes");
        });
        ask(deReserva().id("before").placa("AAA0001").posto(1).build());
        ask(deReserva().id("fails").placa("AAA0002").posto(2).build());
        ask(deReserva().id("after").placa("AAA0003").posto(3).build());

        assertThat(answers())
                .extracting(answer -> answer.text("request_id") + " " + answer.text("codigo"))
                .containsExactlyInAnyOrder("held OK", "before OK", "fails ERRO_INTERNO", "after OK");
        assertThat(server.rows("reservas")).isEqualTo(3);
        assertThat(server.rows("carros")).isEqualTo(3);
        assertThat(server.rows("respostas")).isEqualTo(3);
    }

    @Test
    void aStatementThatFailsInOneTakesItBackAndNoOther() {
        server.beforeStoring()
                .whenExchangeReceived(
                        3,
                        exchange -> jdbc.sql("INSERT INTO carros SELECT * FROM carros WHERE placa = 'AAA0000'")
                                .update());
        ask(deReserva().id("before").placa("AAA0001").posto(1).build());
        ask(deReserva().id("fails").placa("AAA0002").posto(2).build());
        ask(deReserva().id("after").placa("AAA0003").posto(3).build());

        assertThat(answers())
                .extracting(answer -> answer.text("request_id") + " " + answer.text("codigo"))
                .containsExactlyInAnyOrder("held OK", "before OK", "fails SERVIDOR_INDISPONIVEL", "after OK");
        assertThat(server.rows("reservas")).isEqualTo(3);
        assertThat(server.rows("carros")).isEqualTo(3);
        assertThat(server.rows("respostas")).isEqualTo(3);
    }

    @Test
    void whatExpiresWhileItWaitsIsNotWritten() {
        MqttProperties briefly = new MqttProperties();
        briefly.setMessageExpiryInterval(1L);
        ask(deReserva().id("expires").placa("AAA0001").posto(1).build(), briefly);
        awaitAll();

        clock.advance(Duration.ofSeconds(2));

        assertThat(answers())
                .extracting(answer -> answer.text("request_id") + " " + answer.text("codigo"))
                .containsExactlyInAnyOrder("held OK", "expires TEMPO_ESGOTADO");
        assertThat(server.rows("reservas")).isEqualTo(1);
        assertThat(server.rows("respostas")).isEqualTo(1);
    }

    private void ask(ReservaRequest request) {
        ask(request, null);
    }

    private void ask(ReservaRequest request, MqttProperties properties) {
        asked.add(server.receiveAndGoOn(Topics.POSTOS_RESERVA, ContractJson.write(request), properties));
    }

    private void awaitAll() {
        await().until(() -> camel.getInflightRepository().size(ReservarRoute.DECIDIR) == asked.size());
    }

    /** Once all that were asked are waiting, and then answered. */
    private List<Published> answers() {
        if (goOn.getCount() > 0) {
            awaitAll();
        }
        goOn.countDown();
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
        return server.published();
    }
}
