package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ServerApplicationTest {

    @Test
    void aServerIdThatIsNoTopicLevelStopsTheStartAndSaysWhy(CapturedOutput output) {
        assertThatThrownBy(() -> ServerApplication.application().run("--SERVER_ID=a/b"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("recarga.serverId")
                .contains("Value: \"a/b\"")
                .contains("deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado");
    }
}
