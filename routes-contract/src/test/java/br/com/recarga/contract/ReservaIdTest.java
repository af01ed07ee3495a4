package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservaIdTest {

    private static final String UUID_7 = "01a20121-6074-7f6c-b1fd-547073455cea";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server1",
                "s",
                "eletro-posto-ba",
                "-",
                "--",
                "a.b_c-",
                "0123",
                // as if the name of the server were itself the number of a reservation
                "server1-" + UUID_7
            })
    void aNumberNamesItsServer(String serverId) {
        String id = ReservaId.de(serverId, UUID.fromString(UUID_7));

        assertThat(id).isEqualTo(serverId + "-" + UUID_7);
        assertThat(ReservaId.servidor(id)).contains(serverId);
    }

    @Test
    void theLongestNameOfAServerIsFound() {
        assertThat(ReservaId.servidor("x".repeat(64) + "-" + UUID_7)).contains("x".repeat(64));
        assertThat(ReservaId.servidor("x".repeat(65) + "-" + UUID_7)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "server1",
                "server1-",
                UUID_7,
                "-" + UUID_7,
                "server1" + UUID_7,
                "server1-01A20121-6074-7F6C-B1FD-547073455CEA",
                "server1-01a20121-6074-7f6c-b1fd-547073455ce",
                "server1-01a20121-6074-7f6c-b1fd-547073455ceaa",
                "server1-01a20121-6074-7f6c-b1fd-547073455cea ",
                "server1-01a20121-6074-7f6c-b1fd-547073455cea\n",
                "server/1-01a20121-6074-7f6c-b1fd-547073455cea",
                "+-01a20121-6074-7f6c-b1fd-547073455cea",
                "servidór-01a20121-6074-7f6c-b1fd-547073455cea",
                "ser\nver-01a20121-6074-7f6c-b1fd-547073455cea"
            })
    void whatIsNoNumberNamesNone(String id) {
        assertThat(ReservaId.servidor(id)).isEmpty();
    }
}
