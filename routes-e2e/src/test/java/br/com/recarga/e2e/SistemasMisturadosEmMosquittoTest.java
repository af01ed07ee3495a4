package br.com.recarga.e2e;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on Mosquitto, where it is installed; {@code RECARGA_EXIGE_MOSQUITTO=true} makes its absence a failure. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class SistemasMisturadosEmMosquittoTest extends SistemasMisturadosTest {

    @Override
    Broker broker() {
        return new BrokerMosquitto();
    }
}
