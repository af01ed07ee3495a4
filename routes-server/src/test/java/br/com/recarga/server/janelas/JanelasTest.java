package br.com.recarga.server.janelas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.PostosRequest;
import br.com.recarga.server.config.ServerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JanelasTest {

    @ParameterizedTest(name = "{0}, {1} from {2}: until {3}, waited for until {4}")
    @CsvSource({
        // the clocks go back at two
        "America/New_York, PT3H, 2026-11-01T00:30-04:00, 2026-11-01T02:30-05:00, 2026-11-01T00:45-04:00",
        "America/New_York, PT3H, 2026-11-01T01:50-04:00, 2026-11-01T03:50-05:00, 2026-11-01T01:05-05:00",
        // they go forward
        "America/New_York, PT3H, 2026-03-08T00:30-05:00, 2026-03-08T04:30-04:00, 2026-03-08T00:45-05:00",
        "America/Sao_Paulo, PT3H, 2026-11-01T00:30-03:00, 2026-11-01T03:30-03:00, 2026-11-01T00:45-03:00"
    })
    void aWindowLastsAsLongAsItLastsWhenTheClocksChange(
            ZoneId zone, Duration duration, OffsetDateTime inicio, OffsetDateTime fim, OffsetDateTime limite) {
        Janelas janelas = new Janelas(new ServerSettings(
                "server7",
                "unused",
                zone,
                365,
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                1.2,
                Duration.ofHours(8),
                Duration.ofSeconds(2)));
        Instant agora = Instant.parse("2026-03-01T00:00:00Z");

        JanelaDefinida janela = janelas.definir(
                new PostosRequest("r-1", "c-1", "server7", null, null, inicio, null, null, null, null, null),
                agora,
                duration);

        assertThat(Duration.between(janela.inicio(), janela.fim())).isEqualTo(duration);
        assertThat(janelas.local(janela.fim())).isEqualTo(fim);
        assertThat(janelas.local(janelas.limiteDeChegada(janela))).isEqualTo(limite);
    }
}
