package br.com.recarga.server;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.reservas.ExpirarRoute;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.test.context.TestPropertySource;

/** What a server measures of its work, where {@code RECARGA_METRICAS} is on. */
@ServerTest
@AutoConfigureObservability(tracing = false)
@TestPropertySource(properties = {"RECARGA_METRICAS=true", "MANAGEMENT_SERVER_PORT=0"})
class MetricasTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TestClock clock;

    @Test
    void answersOverMqttAreCountedByWhatWasAskedAndWhatTheySaid() {
        long ok = answered("RESERVAR", "OK");
        long occupied = answered("RESERVAR", "POSTO_OCUPADO");

        server.reservar(deReserva().id("r-1").build());
        server.reservar(deReserva().id("r-2").placa("BBB2222").build());

        assertThat(answered("RESERVAR", "OK")).isEqualTo(ok + 1);
        assertThat(answered("RESERVAR", "POSTO_OCUPADO")).isEqualTo(occupied + 1);
    }

    @Test
    void whatTheClockEndsIsCounted() {
        double before = ended("EXPIRADA", "SISTEMA");
        server.reservar(deReserva().id("r-1").build());
        clock.advance(Duration.ofDays(2));

        server.fire(ExpirarRoute.ID);

        assertThat(ended("EXPIRADA", "SISTEMA")).isEqualTo(before + 1);
    }

    @Test
    void whatIsWrittenTogetherIsCountedWithItsCommit() {
        long commits = meters.get("recarga.gravacoes.por.commit").summary().count();

        server.reservar(deReserva().id("r-1").build());

        assertThat(meters.get("recarga.gravacoes.por.commit").summary().count()).isGreaterThan(commits);
        assertThat(meters.get("recarga.commit").timer().count()).isPositive();
        assertThat(meters.get("recarga.gravacoes.em.espera").gauge().value()).isZero();
        assertThat(meters.get("recarga.pedidos.em.espera")
                        .tag("fila", "pedidos")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void aProcessThatServesAloneSpeaksForItself() {
        assertThat(meters.get("recarga.servidor.fala").gauge().value()).isEqualTo(1);
        assertThat(meters.get("recarga.servidor.serve").gauge().value()).isEqualTo(1);
    }

    @Test
    void whateverClientsMakeUpNoSeriesIsMadeOfIt() {
        askForWhatIsMadeUp("antes");
        Set<Meter.Id> before = ids();
        for (int i = 0; i < 50; i++) {
            askForWhatIsMadeUp("inventado-" + i);
        }

        assertThat(ids()).isEqualTo(before);
    }

    private void askForWhatIsMadeUp(String name) {
        server.receive("server/" + name, "{}");
        server.receive(
                "server/postos/reserva",
                "{\"server_id\":\"server7\",\"client_id\":\"%s\",\"request_id\":\"%s\"}".formatted(name, name));
        server.receive("server/postos/reserva", "{\"server_id\":\"%s\"}".formatted(name));
    }

    private Set<Meter.Id> ids() {
        return meters.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }

    private long answered(String asked, String said) {
        return meters.find("recarga.respostas").tags("rota", asked, "codigo", said).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private double ended(String situacao, String por) {
        return meters.find("recarga.avisos").tags("situacao", situacao, "por", por).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
