package br.com.recarga.e2e;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class ReplicasEmMosquittoTest extends ReplicasTest {

    @Override
    Broker broker() throws Exception {
        return Modo.mosquitto();
    }
}
