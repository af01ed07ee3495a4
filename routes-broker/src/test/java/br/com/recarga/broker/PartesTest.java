package br.com.recarga.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartesTest {

    /** What {@code mosquitto_passwd} makes of "segredo". */
    private static final String HASHED =
            "$7$101$1XII3suwU81ltI3m$+guqML77r2T8ASGLn/nR4Xe5EAhCqr9w6BtNjQFiM2b0XkSWH0oWd7IbG/bNZ1nXrgw8qaCBL3sMld677YTc5A==";

    @Test
    void aPartyMayWhatItsRoleMay() {
        Partes partes = new Partes().com("s.server1", "a").com("c.eu", "b").com("k.ABC1D23", "c");

        assertThat(partes.direitos("s.server1").podePublicar("servers/server1/status"))
                .isTrue();
        assertThat(partes.direitos("s.server1").podePublicar("servers/server2/status"))
                .isFalse();
        assertThat(partes.direitos("c.eu").podeOuvir("clients/eu/respostas/+/+"))
                .isTrue();
        assertThat(partes.direitos("c.eu").podeOuvir("clients/+/respostas/+/+")).isFalse();
        assertThat(partes.direitos("k.ABC1D23").podePublicar("carros/ABC1D23/para/server1/bateria"))
                .isTrue();
        assertThat(partes.direitos("k.ABC1D23").podePublicar("server/postos/request"))
                .isFalse();
    }

    @Test
    void whoSpeaksWithTheOriginalsProgramsMayBoth() {
        Partes partes = new Partes().com("s.server1", "a").comOriginais("s.server1");

        assertThat(partes.direitos("s.server1").podeOuvir("servers/server1/pedidos/+/+"))
                .isTrue();
        assertThat(partes.direitos("s.server1").podeOuvir("server/+/+")).isTrue();
    }

    @Test
    void onlyTheRightPasswordOfAKnownUserIsTaken() {
        Partes partes = new Partes().com("c.eu", "segredo");

        assertThat(partes.autentica("c.eu", "segredo")).isTrue();
        assertThat(partes.autentica("c.eu", "Segredo")).isFalse();
        assertThat(partes.autentica("c.eu", "")).isFalse();
        assertThat(partes.autentica("c.eu", null)).isFalse();
        assertThat(partes.autentica("c.outro", "segredo")).isFalse();
        assertThat(partes.autentica(null, null)).isFalse();
        assertThat(partes.direitos("c.outro").podeOuvir("servers/+/status")).isFalse();
    }

    @Test
    void theyAreReadFromMosquittosFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("senhas"), "c.eu:" + HASHED + "\n");
        Files.writeString(folder.resolve("acl"), "# written\n\nuser c.eu\ntopic read servers/+/status\n");
        Files.writeString(folder.resolve("senhas-original"), "");
        Files.writeString(folder.resolve("acl-original"), "");

        Partes partes = Partes.em(folder);

        assertThat(partes.autentica("c.eu", "segredo")).isTrue();
        assertThat(partes.autentica("c.eu", "segredos")).isFalse();
        assertThat(partes.direitos("c.eu").podeOuvir("servers/+/status")).isTrue();
        assertThat(partes.direitos("c.eu").podePublicar("servers/eu/status")).isFalse();
    }
}
