package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on Mosquitto, where it is installed; {@code RECARGA_EXIGE_MOSQUITTO=true} makes its absence a failure. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class MatrizDePermissoesEmMosquittoTest extends MatrizDePermissoesTest {

    private BrokerMosquittoFechado mosquitto;

    @Override
    BrokerFechado broker(String... users) throws Exception {
        mosquitto = new BrokerMosquittoFechado(users);
        return mosquitto;
    }

    @Test
    void whoIsRemovedIsOutWhenTheBrokerHasReadItAgain() throws Exception {
        mosquitto.partes("add", "o.breve");
        mosquitto.reload();
        String senha = mosquitto.senha("o.breve").orElseThrow();
        try (Participante party = await().ignoreExceptions()
                .until(() -> Participante.entra(mosquitto, "o.breve"), Participante::isConnected)) {
            mosquitto.partes("remove", "o.breve");
            mosquitto.reload();

            await().until(() -> !party.isConnected());
            assertThatThrownBy(() -> Participante.entra(mosquitto, "o.breve", senha))
                    .hasCauseInstanceOf(Mqtt5ConnAckException.class);
        }
        assertThat(mosquitto.partes("list")).doesNotContain("o.breve").contains("s.server1 servidor");
    }
}
