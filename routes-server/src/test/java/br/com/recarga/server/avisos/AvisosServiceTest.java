package br.com.recarga.server.avisos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Topicos;
import br.com.recarga.platform.perfil.Perfil;
import br.com.recarga.server.config.PresencaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AvisosServiceTest {

    @Test
    void whoListensOnSharedTopicsAndWhoOnHisOwnAreToldTheSame() throws IOException {
        ReservaEvento evento = evento();

        assertThat(avisos(Topicos.COMPARTILHADOS).aoCliente("c1", evento))
                .containsExactly(
                        new Aviso("client/c1/reservas/evento", evento),
                        new Aviso("clients/c1/eventos/server1", evento));
    }

    @Test
    void withOwnTopicsNobodyElseHears() throws IOException {
        ReservaEvento evento = evento();

        assertThat(avisos(Topicos.PROPRIOS).aoCliente("c1", evento))
                .containsExactly(new Aviso("clients/c1/eventos/server1", evento));
    }

    private static AvisosService avisos(Topicos topicos) {
        return new AvisosService(
                new PresencaSettings(topicos, Perfil.ABERTO, "", "", Duration.ofSeconds(15)),
                new SimpleMeterRegistry());
    }

    private static ReservaEvento evento() throws IOException {
        return ContractJson.mapper().readValue(Exemplo.RESERVA_EVENTO.bytes(), ReservaEvento.class);
    }
}
