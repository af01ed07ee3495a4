package br.com.recarga.e2e;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on Mosquitto, where it is installed; {@code RECARGA_EXIGE_MOSQUITTO=true} makes its absence a failure. */
@EnabledIf("installedOrRequired")
class SistemaEmMosquittoTest extends SistemaTest {

    static boolean installedOrRequired() {
        return Programa.find(BrokerMosquitto.PROGRAM).isPresent()
                || Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_MOSQUITTO"));
    }

    @Override
    int crossingTrips() {
        return 1_000;
    }

    @Override
    Broker broker() throws Exception {
        return Modo.mosquitto();
    }
}
