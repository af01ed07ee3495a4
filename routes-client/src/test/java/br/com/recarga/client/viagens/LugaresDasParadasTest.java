package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.config.OndePerguntar;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.planner.Caminhos;
import br.com.recarga.planner.PlanoSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LugaresDasParadasTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-06-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final LugaresDasParadas lugares = new LugaresDasParadas(
            new ClientSettings(
                    "c-1",
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    10,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(45),
                    Duration.ofDays(90),
                    Set.of(),
                    Set.of(),
                    OndePerguntar.AMBOS),
            new Caminhos(new PlanoSettings(1.2, 80, Duration.ofMinutes(15), Duration.ofHours(4), 5, 600)),
            nanos::get);

    @Test
    void aTripForWhichThereIsTimeAsNearAsIsKnownAsksNobodyForAMinute() throws JsonProcessingException {
        assertThat(lugares.perguntas(trip(24)))
                .extracting(PostosRequest::serverId)
                .containsExactly("server1", "server2");

        lugares.ouvir(trip(24), salvadorAndRecife());

        assertThat(lugares.perguntas(trip(24))).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(lugares.perguntas(trip(24))).hasSize(2);
    }

    @Test
    void aTripIsRefusedOnlyForWhatServersSayNow() throws JsonProcessingException {
        lugares.ouvir(trip(24), salvadorAndRecife());

        assertThat(lugares.perguntas(trip(1))).hasSize(2);
        // as long as nobody answers
        assertThatCode(() -> lugares.exigirDirigivel(trip(1))).doesNotThrowAnyException();
        lugares.ouvir(trip(24), salvadorAndRecife());
        assertThatThrownBy(() -> lugares.exigirDirigivel(trip(1))).isInstanceOf(PedidoRecusado.class);
        assertThatCode(() -> lugares.exigirDirigivel(trip(24))).doesNotThrowAnyException();
    }

    @Test
    void aWayThatIsNotKnownIsNotJudged() {
        assertThatCode(() -> lugares.exigirDirigivel(trip(1))).doesNotThrowAnyException();
    }

    @Test
    void oneStopHasNoWay() {
        ViagemBody two = trip(1);

        assertThat(lugares.perguntas(new ViagemBody(two.carro(), two.paradas().subList(0, 1))))
                .isEmpty();
    }

    /** The second stop begins so many hours after the first one ends. */
    private static ViagemBody trip(int hours) {
        return new ViagemBody(
                new Carro("ABC1D23", "Dolphin", 44.9, 40.0, 0.15),
                List.of(
                        new ParadaDaViagem("server1", 1, NOON, NOON.plusHours(1)),
                        new ParadaDaViagem("server2", 2, NOON.plusHours(1 + hours), NOON.plusHours(2 + hours))));
    }

    private static Respostas salvadorAndRecife() throws JsonProcessingException {
        return new Respostas(
                Map.of(
                        "server1", lista(1, "Salvador", "BA", -12.97, -38.5),
                        "server2", lista(2, "Recife", "PE", -8.05, -34.9)),
                Map.of());
    }

    private static ObjectNode lista(int id, String cidade, String uf, double latitude, double longitude)
            throws JsonProcessingException {
        return (ObjectNode) ContractJson.mapper().readTree("""
                {"postos":[{"id":%d,"nome":"P","cidade":"%s","uf":"%s","localizacao":"%s,%s",
                            "potencia_maxima":50,"tipo_conector":"CCS2","preco_kwh":2,"disponivel":true}]}""".formatted(id, cidade, uf, latitude, longitude));
    }
}
