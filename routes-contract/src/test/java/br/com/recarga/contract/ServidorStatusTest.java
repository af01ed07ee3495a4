package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServidorStatusTest {

    @Test
    void whoSaysNothingOfItsTopicsHearsTheSharedOnes() throws IOException {
        ServidorStatus original = read("{\"server_id\":\"server1\",\"status\":\"online\"}");

        assertThat(original.ouve(Topicos.COMPARTILHADOS)).isTrue();
        assertThat(original.ouve(Topicos.PROPRIOS)).isFalse();
    }

    @Test
    void whoSaysSomethingHearsThatAndNothingElse() throws IOException {
        ServidorStatus closed = read("{\"server_id\":\"server1\",\"status\":\"online\",\"topicos\":[\"proprios\"]}");

        assertThat(closed.ouve(Topicos.COMPARTILHADOS)).isFalse();
        assertThat(closed.ouve(Topicos.PROPRIOS)).isTrue();
    }

    @Test
    void aKindOfTopicsThatIsNotKnownHereIsLeftOut() throws IOException {
        ServidorStatus newer = read(
                "{\"server_id\":\"server1\",\"status\":\"online\",\"topicos\":[\"futuros\",\"proprios\",\"proprios\"]}");

        assertThat(newer.topicos()).containsExactly(Topicos.PROPRIOS);
    }

    private static ServidorStatus read(String json) throws IOException {
        return ContractJson.mapper().readValue(json, ServidorStatus.class);
    }
}
