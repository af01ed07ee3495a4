package br.com.recarga.terminal.rotas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RotasConfigurationTest {

    @Test
    void atAClosedBrokerTheTerminalIsTheClientThatItsUserNames() {
        assertThat(RotasConfiguration.clientId("c.terminal")).isEqualTo("terminal");
    }

    @Test
    void elsewhereEachTerminalHasANameOfItsOwn() {
        assertThat(RotasConfiguration.clientId(""))
                .startsWith("terminal-")
                .isNotEqualTo(RotasConfiguration.clientId(""));
        assertThat(RotasConfiguration.clientId("alguem")).startsWith("terminal-");
    }
}
