package br.com.recarga.terminal.tela;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatosTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /** A quarter past ten in the morning, in São Paulo. */
    private final Formatos formatos = new Formatos(Clock.fixed(Instant.parse("2026-12-23T13:15:30Z"), SAO_PAULO));

    @ParameterizedTest
    @CsvSource({
        "14:00,2026-12-23T14:00-03:00",
        "14h,2026-12-23T14:00-03:00",
        "10:15,2026-12-23T10:15-03:00",
        "8h30,2026-12-24T08:30-03:00",
        "hoje 8:00,2026-12-23T08:00-03:00",
        "Amanhã 8h,2026-12-24T08:00-03:00",
        "amanha 8h,2026-12-24T08:00-03:00",
        "24/12 14:00,2026-12-24T14:00-03:00",
        "3/1 9:05,2027-01-03T09:05-03:00",
        "03/01/2027 09:05,2027-01-03T09:05-03:00",
        "2027-01-03 09:05,2027-01-03T09:05-03:00",
        "2027-01-03T09:05:00-02:00,2027-01-03T09:05-02:00"
    })
    void readsTimesAsPeopleWriteThem(String texto, OffsetDateTime momento) {
        assertThat(formatos.lerMomento(texto).map(lido -> lido.em(SAO_PAULO))).contains(momento);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logo",
                "25:00",
                "14:60",
                "31/02 10:00",
                "29/02 10:00",
                "29/02/2027 10:00",
                "14",
                "1/1/27 10:00"
            })
    void whatIsNoTimeIsNotGuessed(String texto) {
        assertThat(formatos.lerMomento(texto)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-23,2028-02-29T10:00-03:00",
        "2028-02-29,2028-02-29T10:00-03:00",
        "2027-03-01,2028-02-29T10:00-03:00",
        "2027-02-28,",
        "2028-03-01,"
    })
    void theLastDayOfFebruaryIsOneOnlyWhereTheYearThatIsMeantHasIt(LocalDate hoje, OffsetDateTime momento) {
        Formatos nesseDia =
                new Formatos(Clock.fixed(hoje.atTime(9, 0).atZone(SAO_PAULO).toInstant(), SAO_PAULO));

        assertThat(nesseDia.lerMomento("29/02 10:00").map(lido -> lido.em(SAO_PAULO)))
                .isEqualTo(Optional.ofNullable(momento));
    }

    @Test
    void aWindowSaysTheDayOnceAndTheYearOnlyIfItIsAnother() {
        OffsetDateTime inicio = OffsetDateTime.parse("2026-12-23T17:00:00Z");

        assertThat(formatos.janela(inicio, inicio.plusHours(2), SAO_PAULO)).isEqualTo("23/12 14:00 – 16:00");
        assertThat(formatos.janela(inicio, inicio.plusHours(12), SAO_PAULO)).isEqualTo("23/12 14:00 – 24/12 02:00");
        assertThat(formatos.momento(inicio.plusDays(10))).isEqualTo("02/01/2027 14:00");
    }

    @ParameterizedTest
    @CsvSource({
        // a quarter past eleven, past eight, past one
        "14:00, America/Noronha, 2026-12-23T14:00-02:00",
        "11:00, America/Noronha, 2026-12-24T11:00-02:00",
        "11:00, America/Rio_Branco, 2026-12-23T11:00-05:00",
        "amanhã 1h, Asia/Tokyo, 2026-12-24T01:00+09:00",
        // the clocks of Lisbon are set forward at one, and back at two
        "28/03/2027 1:30, Europe/Lisbon, 2027-03-28T02:30+01:00",
        "31/10/2027 1:30, Europe/Lisbon, 2027-10-31T01:30+01:00",
        "2027-01-03T09:05:00-02:00, Europe/Lisbon, 2027-01-03T09:05-02:00"
    })
    void timesAreReadByTheClocksOfThePlace(String texto, ZoneId lugar, OffsetDateTime momento) {
        assertThat(formatos.lerMomento(texto).map(lido -> lido.em(lugar))).contains(momento);
    }

    @Test
    void aPlaceWhoseClocksShowAnotherHourIsNamed() {
        OffsetDateTime inicio = OffsetDateTime.parse("2026-12-24T01:30:00Z");

        assertThat(formatos.janela(inicio, inicio.plusHours(1), ZoneId.of("America/Noronha")))
                .isEqualTo("23/12 23:30 – 24/12 00:30 (horário de Fernando de Noronha)");
        assertThat(formatos.momento(inicio, ZoneId.of("America/Recife"))).isEqualTo("23/12 22:30");
        assertThat(formatos.momento(inicio, ZoneOffset.ofHours(-2))).isEqualTo("23/12 23:30 (UTC-02:00)");
        assertThat(formatos.momento(inicio, ZoneOffset.UTC)).isEqualTo("24/12 01:30 (UTC)");
        assertThat(formatos.pergunta("Partida", ZoneId.of("America/Rio_Branco")))
                .isEqualTo("Partida (horário do Acre)");
    }

    @Test
    void numbersAreBrazilian() {
        assertThat(Formatos.numero(1234.5)).isEqualTo("1.234,5");
        assertThat(Formatos.numero(11)).isEqualTo("11");
        assertThat(Formatos.reais(1.1)).isEqualTo("R$ 1,10");
        assertThat(Formatos.duracao(59)).isEqualTo("59 min");
        assertThat(Formatos.duracao(725)).isEqualTo("12 h 05 min");
    }
}
