package br.com.recarga.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DireitosTest {

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b",
        "a/+, a/b",
        "a/+, a/+",
        "+/b, a/b",
        "a/#, a",
        "a/#, a/b/c",
        "a/#, a/+/c",
        "a/#, a/#",
        "#, #",
        "#, +/a",
        "a/+/c, a/+/c",
        "a/+, a/"
    })
    void aFilterCoversWhatMatchesNothingElse(String allowed, String filter) {
        assertThat(ouve(allowed).podeOuvir(filter)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/+",
        "a/b, a/#",
        "a/+, a/#",
        "a/+, a",
        "a/+, a/b/c",
        "a/+, +/b",
        "a/b, #",
        "+/+, #",
        "a/b, A/b",
        "a/+/c, a/+/d",
        "#, $SYS/broker/uptime",
        "+/broker, $SYS/broker",
        "a/b/#, a/#"
    })
    void andNotWhatMatchesMore(String allowed, String filter) {
        assertThat(ouve(allowed).podeOuvir(filter)).isFalse();
    }

    @Test
    void readingAndWritingAreTwoRights() {
        Direitos direitos =
                Direitos.de(List.of("# a comment", "", "topic read a", "topic write b", "topic readwrite c d"));

        assertThat(direitos.ouve()).containsExactly("a", "c d");
        assertThat(direitos.publica()).containsExactly("b", "c d");
        assertThat(direitos.podePublicar("a")).isFalse();
        assertThat(direitos.podeOuvir("b")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"topic deny a", "pattern read %u", "topic a", "read a"})
    void whatIsNotUnderstoodIsRefusedAndNotGranted(String line) {
        assertThatThrownBy(() -> Direitos.de(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    private static Direitos ouve(String filter) {
        return Direitos.de(List.of("topic read " + filter));
    }
}
