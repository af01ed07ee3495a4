package br.com.recarga.contract.lugares;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FusosTest {

    @ParameterizedTest
    @CsvSource({
        "-3.8396, -32.4139, America/Noronha",
        "-8.0476, -34.8770, America/Sao_Paulo",
        "-3.1190, -60.0217, America/Porto_Velho",
        "-9.9740, -67.8076, America/Rio_Branco",
        "-12.2664, -38.9663, America/Sao_Paulo"
    })
    void aPlaceHasTheZoneOfTheMunicipalityThatIsNearest(double latitude, double longitude, ZoneId fuso) {
        assertThat(Fusos.de(new Coordenadas(latitude, longitude))).contains(fuso);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "38.7223, -9.1393", "-34.6037, -58.3816", "90, 0"})
    void aPlaceAbroadHasNone(double latitude, double longitude) {
        assertThat(Fusos.de(new Coordenadas(latitude, longitude))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Fernando de Noronha, America/Noronha",
        "rio branco / ac, America/Rio_Branco",
        "'-9.974, -67.8076', America/Rio_Branco",
        "Bonito/MS, America/Porto_Velho",
        "Bonito/PE, America/Sao_Paulo",
        // there are four, in two zones
        "Bonito,",
        "Atlântida,",
        "'38.7223,-9.1393',",
        ","
    })
    void aPlaceThatIsNamedHasAZoneUnlessItMayBeAnother(String lugar, ZoneId fuso) {
        assertThat(Fusos.doLugar(lugar)).isEqualTo(Optional.ofNullable(fuso));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Moon/Base", "horário de Brasília", "America/Noronha\n"})
    void whatPeersCallAZoneAndIsNoneIsNone(String fuso) {
        assertThat(Fusos.de(fuso)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, horário de Brasília",
        "America/Noronha, horário de Fernando de Noronha",
        "America/Porto_Velho, horário do Amazonas",
        "America/Rio_Branco, horário do Acre",
        "Europe/Lisbon, horário da Europa Ocidental"
    })
    void aZoneIsCalledWhatPeopleCallIt(ZoneId fuso, String nome) {
        assertThat(Fusos.porExtenso(fuso)).isEqualTo(nome);
    }

    @Test
    void whetherTwoZonesShowTheSameDependsOnTheDay() {
        ZoneId lisboa = ZoneId.of("Europe/Lisbon");
        ZoneId utc = ZoneId.of("UTC");

        assertThat(Fusos.mesmaHora(Instant.parse("2026-12-24T12:00:00Z"), lisboa, utc))
                .isTrue();
        assertThat(Fusos.mesmaHora(Instant.parse("2026-07-24T12:00:00Z"), lisboa, utc))
                .isFalse();
    }
}
