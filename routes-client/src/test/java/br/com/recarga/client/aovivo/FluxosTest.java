package br.com.recarga.client.aovivo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.recarga.client.ClientTest;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PontoStatus;
import br.com.recarga.platform.http.EventStream;
import br.com.recarga.platform.limites.LimitesSettings;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClientTest
class FluxosTest {

    private static final String HERE = "127.0.0.1";

    @Autowired
    private Servidores servidores;

    @Autowired
    private LimitesSettings limites;

    @Autowired
    private Broker broker;

    @Test
    void oneTooManyIsRefusedUntilAnotherLeaves() {
        Fluxos fluxos = new Fluxos(new AoVivoSettings(2), limites, servidores, broker);
        EventStream first = fluxos.abrir(HERE);
        fluxos.abrir(HERE);

        assertThatExceptionOfType(PedidoRecusado.class)
                .isThrownBy(() -> fluxos.abrir(HERE))
                .satisfies(refused -> assertThat(refused.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));

        first.end();
        fluxos.abrir(HERE);
        assertThat(fluxos.abertos()).isEqualTo(2);
    }

    @Test
    void oneAddressCannotListenInEverybodysPlace() {
        Fluxos fluxos = new Fluxos(
                new AoVivoSettings(10), new LimitesSettings(1, 1, 1, 2, 1, Duration.ofSeconds(10)), servidores, broker);
        EventStream first = fluxos.abrir("192.0.2.1");
        fluxos.abrir("192.0.2.1");

        assertThatExceptionOfType(PedidoRecusado.class)
                .isThrownBy(() -> fluxos.abrir("192.0.2.1"))
                .satisfies(refused -> assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO));
        fluxos.abrir("192.0.2.2");
        first.end();
        fluxos.abrir("192.0.2.1");
    }

    @Test
    void whoTakesNothingIsLetGo() {
        Fluxos fluxos = new Fluxos(new AoVivoSettings(2), limites, servidores, broker);
        fluxos.abrir(HERE);

        // the first words of each stream wait too
        IntStream.range(0, EventStream.MAX_PENDING - 1).forEach(i -> fluxos.difundir(new Novidade.Pulso()));
        assertThat(fluxos.abertos()).isEqualTo(1);

        fluxos.difundir(new Novidade.Pulso());
        assertThat(fluxos.abertos()).isZero();
    }

    @Test
    void pointsThatSomebodyMakesUpAreNotRememberedWithoutEnd() {
        PontosVistos vistos = new PontosVistos();
        IntStream.range(0, PontosVistos.MAXIMO).forEach(i -> vistos.novidade("p/" + i, ponto(i, true), false));

        assertThatExceptionOfType(PedidoRecusado.class)
                .isThrownBy(() -> vistos.novidade("p/mais-um", ponto(1, true), false));
        assertThat(vistos.novidade("p/7", ponto(7, false), false)).isTrue();
        vistos.esquecer("p/8");
        assertThat(vistos.novidade("p/mais-um", ponto(1, true), false)).isTrue();
    }

    private static PontoStatus ponto(int id, boolean disponivel) {
        return new PontoStatus(id, "server1", disponivel, false, null);
    }
}
