package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** On the embedded broker. */
class MatrizDePermissoesEmBrokerEmbutidoTest extends MatrizDePermissoesTest {

    @Override
    BrokerFechado broker(String... users) {
        return new BrokerEmbutidoFechado(users);
    }

    @Test
    void nobodyPublishesIntoTheQueueOfSomebodyElsesSubscription() {
        try (Participante admin = Participante.entra(started(), Broker.ADMIN);
                Participante victim = Participante.entra(started(), "original");
                Participante attacker = Participante.entra(started(), "c.cliente1")) {
            victim.assina("server/postos/request");

            // as Artemis calls a queue of its own
            attacker.publica(
                    "servers/server1/pedidos/cliente1/listar::" + victim.clientId() + "/server/postos/request",
                    "forjada",
                    false);
            admin.publica("server/postos/request", "por fim", false);

            await().until(() -> victim.heard().contains("server/postos/request por fim"));
            assertThat(victim.heard()).noneMatch(message -> message.endsWith("forjada"));
        }
    }
}
