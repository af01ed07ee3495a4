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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClientTest
class FluxosTest {

    @Autowired
    private Servidores servidores;

    @Autowired
    private Broker broker;

    @Test
    void oneTooManyIsRefusedUntilAnotherLeaves() {
        Fluxos fluxos = new Fluxos(new AoVivoSettings(2), servidores, broker);
        EventStream first = fluxos.abrir();
        fluxos.abrir();

        assertThatExceptionOfType(PedidoRecusado.class)
                .isThrownBy(fluxos::abrir)
                .satisfies(refused -> assertThat(refused.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));

        first.end();
        fluxos.abrir();
        assertThat(fluxos.abertos()).isEqualTo(2);
    }

    @Test
    void whoTakesNothingIsLetGo() {
        Fluxos fluxos = new Fluxos(new AoVivoSettings(2), servidores, broker);
        fluxos.abrir();

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
