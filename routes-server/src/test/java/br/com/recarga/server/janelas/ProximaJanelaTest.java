package br.com.recarga.server.janelas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProximaJanelaTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** Windows in minutes from now; {@code *} is for ever. */
    @ParameterizedTest(name = "{0} taken: free {1}")
    @CsvSource({
        "'', 0-",
        "60-120, 0-60",
        "0-60, 60-",
        "-30-60, 60-",
        "-60-0, 0-",
        // adjacent: no gap between them
        "0-60 60-120, 120-",
        "60-120 0-60, 120-",
        // too short a gap, and one that is just long enough
        "0-60 74-120, 120-",
        "0-60 75-120, 60-75",
        "14-60, 60-",
        "15-60, 0-15",
        // maintenance over a reservation, inside it, and around it
        "0-60 30-90, 90-",
        "0-120 30-60, 120-",
        "30-60 0-120 125-200, 200-",
        "0-60 0-60, 60-",
        // without an end
        "0-*, ",
        "60-*, 0-60",
        "10-*, ",
        "0-60 70-*, ",
        "0-60 75-*, 60-75",
        "0-60 300-360 120-180, 60-120",
        // what is further ahead than seven days
        "0-10080, ",
        "0-10079, 10079-",
        "10080-10140, 0-",
        "10079-10140, 0-10079",
        "0-10079 10085-10140, "
    })
    void isTheFirstGapThatIsLongEnough(String taken, String expected) {
        List<JanelaDefinida> ocupadas = new ArrayList<>();
        for (String window : taken.isEmpty() ? new String[0] : taken.split(" ")) {
            int dash = window.lastIndexOf('-');
            ocupadas.add(new JanelaDefinida(at(window.substring(0, dash)), at(window.substring(dash + 1))));
        }

        assertThat(ProximaJanela.de(ocupadas, NOW).map(ProximaJanelaTest::text).orElse(null))
                .isEqualTo(expected);
    }

    private static Instant at(String minutes) {
        return minutes.equals("*")
                ? Instant.parse("9999-12-31T23:59:59Z")
                : NOW.plus(Duration.ofMinutes(Integer.parseInt(minutes)));
    }

    private static String text(ProximaJanela.Livre livre) {
        return Duration.between(NOW, livre.inicio()).toMinutes()
                + "-"
                + (livre.fim() == null ? "" : Duration.between(NOW, livre.fim()).toMinutes());
    }
}
