package br.com.recarga.e2e;

import org.junit.jupiter.api.condition.EnabledIf;

/** Not in a closed system: whom HiveMQ CE lets in, and to what, is for an extension to say, and it comes with none. */
@EnabledIf("br.com.recarga.e2e.Modo#aberto")
class SistemasMisturadosEmHiveMqTest extends SistemasMisturadosTest {

    @Override
    Broker broker() {
        return new BrokerHiveMq();
    }
}
