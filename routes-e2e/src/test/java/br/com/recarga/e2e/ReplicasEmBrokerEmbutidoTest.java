package br.com.recarga.e2e;

import org.junit.jupiter.api.condition.EnabledIf;

/** Not in a closed system, which Mosquitto's is more: it takes minutes. */
@EnabledIf("br.com.recarga.e2e.Modo#aberto")
class ReplicasEmBrokerEmbutidoTest extends ReplicasTest {

    @Override
    Broker broker() {
        return Modo.embutido();
    }
}
