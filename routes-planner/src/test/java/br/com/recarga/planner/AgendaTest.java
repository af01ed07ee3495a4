package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.JanelaOcupada;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgendaTest {

    private static final long ESPERA = 1000;

    @ParameterizedTest
    @CsvSource({
        // taken: 100 to 200, 250 to 300 (two that touch and one inside them), 400 to 500
        "0, 100, 0",
        "0, 101, 500",
        "1, 100, 300",
        "0, 50, 0",
        "100, 50, 200",
        "150, 50, 200",
        "150, 51, 300",
        "199, 1, 200",
        "200, 50, 200",
        "299, 100, 300",
        "300, 100, 300",
        "300, 101, 500",
        "500, 9999, 500",
        "600, 9999, 600",
    })
    void aStopBeginsAtTheFirstTimeThatIsFreeLongEnough(long chegada, long duracao, long inicio) {
        Agenda agenda = new Agenda(
                List.of(ocupado(400, 500), ocupado(100, 200), ocupado(275, 300), ocupado(250, 275), ocupado(260, 270)));

        assertThat(agenda.primeiroInicio(chegada, duracao, ESPERA)).isEqualTo(inicio);
    }

    @Test
    void nobodyWaitsLongerThanAllowed() {
        Agenda agenda = new Agenda(List.of(ocupado(100, 200)));

        assertThat(agenda.primeiroInicio(150, 10, 50)).isEqualTo(200);
        assertThat(agenda.primeiroInicio(150, 10, 49)).isEqualTo(Agenda.NENHUM);
    }

    @Test
    void whatHasNoEndBlocksForEver() {
        Agenda agenda = new Agenda(List.of(new JanelaOcupada(segundo(100, 0), null), ocupado(200, 300)));

        assertThat(agenda.primeiroInicio(0, 100, ESPERA)).isZero();
        assertThat(agenda.primeiroInicio(0, 101, Long.MAX_VALUE / 2)).isEqualTo(Agenda.NENHUM);
        assertThat(agenda.primeiroInicio(400, 1, Long.MAX_VALUE / 2)).isEqualTo(Agenda.NENHUM);
    }

    @Test
    void partsOfSecondsAreTaken() {
        Agenda agenda = new Agenda(List.of(new JanelaOcupada(segundo(100, 1), segundo(200, 1))));

        assertThat(agenda.primeiroInicio(0, 101, ESPERA)).isEqualTo(201);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsNone() {
        Agenda agenda = new Agenda(List.of(ocupado(200, 100), ocupado(50, 50)));

        assertThat(agenda.primeiroInicio(0, 1000, 0)).isZero();
    }

    private static JanelaOcupada ocupado(long inicio, long fim) {
        return new JanelaOcupada(segundo(inicio, 0), segundo(fim, 0));
    }

    private static OffsetDateTime segundo(long segundo, long nanos) {
        return Instant.ofEpochSecond(segundo, nanos).atOffset(ZoneOffset.UTC);
    }
}
