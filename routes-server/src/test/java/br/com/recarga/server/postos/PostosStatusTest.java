package br.com.recarga.server.postos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.contract.PontoStatus;
import br.com.recarga.contract.Topicos;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.Perfil;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.replicas.Replicas;
import br.com.recarga.testkit.FreePorts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostosStatusTest {

    private final int port = FreePorts.find(1).get(0);
    private final MqttSettings mqtt = new MqttSettings(
            "tcp://127.0.0.1:" + port,
            "teste",
            "",
            "",
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(50));
    private final MqttConnections connections = new MqttConnections(mqtt);
    private final TestClock clock = new TestClock();
    private long mudancas;
    private final PostosStatus status = status();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void atFirstEveryPointIsNews() {
        assertThat(status.podeTerMudado(mudancas)).isTrue();
        assertThat(status.mudados(List.of(posto(1, true), posto(2, false))))
                .extracting(PontoStatus::pontoId)
                .containsExactly(1, 2);
    }

    @Test
    void whatWasNotPublishedIsStillNews() {
        List<PontoStatus> news = status.mudados(List.of(posto(1, true), posto(2, false)));
        status.publicado(news.get(0));

        assertThat(status.mudados(List.of(posto(1, true), posto(2, false))))
                .extracting(PontoStatus::pontoId)
                .containsExactly(2);
    }

    @Test
    void itIsWorthALookAfterAChangeAndEveryFiveSeconds() {
        status.agora();
        assertThat(status.podeTerMudado(mudancas)).isFalse();

        mudancas++;
        assertThat(status.podeTerMudado(mudancas)).isTrue();
        assertThat(status.podeTerMudado(mudancas)).isFalse();

        clock.advance(Duration.ofMillis(4_999));
        assertThat(status.podeTerMudado(mudancas)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(status.podeTerMudado(mudancas)).isTrue();
    }

    @Test
    void aClockThatWasPutBackDoesNotStopTheLooking() {
        clock.advance(Duration.ofDays(1));
        status.agora();
        clock.reset();

        assertThat(status.podeTerMudado(mudancas)).isTrue();
    }

    @Test
    void afterAReconnectionEveryPointIsNewsAgainAtOnce() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
        try {
            connections.publisher("publicador");
            await().until(() -> connections.connects() == 1);
            status.podeTerMudado(mudancas);
            status.agora();
            status.mudados(List.of(posto(1, true))).forEach(status::publicado);
            assertThat(status.podeTerMudado(mudancas)).isFalse();

            broker.close();
            broker = EmbeddedBroker.start(Set.of(port));
            await().until(() -> connections.connects() == 2);

            assertThat(status.podeTerMudado(mudancas)).isTrue();
            assertThat(status.mudados(List.of(posto(1, true)))).hasSize(1);
        } finally {
            broker.close();
        }
    }

    @Test
    void aConnectionThatOnlyHearsIsNoReasonToPublishAllOnceMore() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
        try {
            status.agora();
            connections.subscriber("telemetria").subscribe(List.of("carros/+/status"), 1, (topic, message) -> {});
            await().until(connections::allSubscribed);

            assertThat(status.podeTerMudado(mudancas)).isFalse();
        } finally {
            broker.close();
        }
    }

    private static PostoRegistro posto(int id, boolean disponivel) {
        return new PostoRegistro(
                id, "Posto " + id, "Feira de Santana", "BA", -12, -38, 50, "CCS2", 2, disponivel, false);
    }

    private PostosStatus status() {
        ServerSettings settings = new ServerSettings(
                "server7",
                "unused",
                ZoneId.of("America/Sao_Paulo"),
                365,
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                1.2,
                Duration.ofHours(8),
                Duration.ofSeconds(2));
        return new PostosStatus(
                settings,
                new Janelas(settings),
                connections,
                new Instancias(
                        settings,
                        new PresencaSettings(Topicos.COMPARTILHADOS, Perfil.ABERTO, "", "", Duration.ofSeconds(15)),
                        Replicas.nenhuma(),
                        mqtt,
                        clock),
                clock);
    }
}
