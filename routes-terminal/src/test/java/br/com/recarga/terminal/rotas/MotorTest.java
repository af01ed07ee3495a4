package br.com.recarga.terminal.rotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.Codigo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real routes where nobody listens. */
class MotorTest {

    @BeforeEach
    void nobodyListens() {
        System.setProperty("MQTT_BROKER", "127.0.0.1");
        System.setProperty("MQTT_PORT", "1");
        System.setProperty("recarga.terminal.espera", "100ms");
    }

    @AfterEach
    void clear() {
        System.clearProperty("MQTT_BROKER");
        System.clearProperty("MQTT_PORT");
        System.clearProperty("recarga.terminal.espera");
    }

    @Test
    void aBrokerThatIsAwayIsNamedAndTheRoutesAnswerAllTheSame() {
        try (Motor motor = Motor.ligar(null)) {
            assertThatThrownBy(motor::esperarBroker)
                    .isInstanceOf(SemBroker.class)
                    .hasMessageContaining("127.0.0.1:1");
            assertThat(motor.chamar(Chamada.servidores()).json().path("servidores"))
                    .isEmpty();
            assertThat(motor.chamar(Chamada.postos("server1")).codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
        }
    }

    @Test
    void tripsHaveALogThatOneTerminalCarriesOn(@TempDir Path pasta) throws IOException {
        Diario diario = Diario.abrir(pasta);
        assertThat(diario.meu()).isTrue();

        try (Motor motor = Motor.ligar(diario)) {
            assertThat(motor.chamar(Chamada.viagem("v-1", "x")).codigo()).isEqualTo(Codigo.VIAGEM_INEXISTENTE);
            assertThat(motor.chamar(Chamada.cancelarViagem("v-1", "x")).codigo())
                    .isEqualTo(Codigo.VIAGEM_INEXISTENTE);

            try (Motor outro = Motor.ligar(Diario.abrir(pasta))) {
                assertThat(outro.chamar(Chamada.viagem("v-1", "x")).codigo()).isEqualTo(Codigo.VIAGEM_INEXISTENTE);
                Resultado recusada = outro.chamar(Chamada.cancelarViagem("v-1", "x"));
                assertThat(recusada.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
                assertThat(recusada.texto("mensagem")).startsWith("Outro terminal");
            }
        }
        try (Diario depois = Diario.abrir(pasta)) {
            assertThat(depois.meu()).isTrue();
        }
    }
}
