package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** On Mosquitto with TLS, where it is installed; {@code RECARGA_EXIGE_MOSQUITTO=true} makes its absence a failure. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class SistemaFechadoEmMosquittoTest extends SistemaFechadoTest {

    private BrokerMosquittoFechado mosquitto;

    @Override
    BrokerFechado broker(String... users) throws Exception {
        mosquitto = new BrokerMosquittoFechado(users);
        return mosquitto;
    }

    /** Whatever the tests were: nobody of ours tried what he may not. */
    @AfterAll
    void nothingWasRefused() throws IOException {
        try (Stream<String> log = Files.lines(mosquitto.log())) {
            assertThat(log.filter(line -> line.contains("Denied") && !line.contains("from original-")))
                    .isEmpty();
        }
    }
}
