package br.com.recarga.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClientApplicationTest {

    @Test
    void aClientIdThatIsNoTopicLevelStopsTheStartAndSaysWhy(CapturedOutput output) {
        assertThatThrownBy(() -> ClientApplication.application().run("--MQTT_CLIENT_ID=a/b"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("recarga.clientId")
                .contains("Value: \"a/b\"")
                .contains("deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado");
    }
}
