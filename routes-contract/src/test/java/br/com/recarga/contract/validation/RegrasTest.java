package br.com.recarga.contract.validation;

import static br.com.recarga.contract.validation.Regras.violadas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Situacao;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegrasTest {

    private static final Carro CARRO = new Carro("ABC1D23", "BYD Dolphin", 44.5, 22.3, 0.19);

    @Test
    void anOrdinaryReservationBreaksNoRule() {
        assertThat(violadas(reserva("r1", "c1", "s1", CARRO, 5, null))).isEmpty();
    }

    @Test
    void anOrdinaryListingBreaksNoRule() {
        assertThat(violadas(postos("r1", "c1", "s1", null))).isEmpty();
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        assertThat(violadas(new ReservaRequest(null, null, null, null, null, null, null, null, null, null)))
                .containsOnlyKeys("requestId", "clientId", "serverId", "carro", "postoId");
        assertThat(violadas(new PostosRequest(null, null, null, null, null, null, null, null, null, null, null)))
                .containsOnlyKeys("requestId", "clientId", "serverId");
        assertThat(violadas(new ServidorStatus(null, null, null))).containsOnlyKeys("serverId", "status");
        assertThat(violadas(new ReservaEvento(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null)))
                .containsOnlyKeys("reservaId", "serverId", "situacao", "por");
        assertThat(violadas(new Carro(null, null, null, null, null)))
                .containsOnlyKeys("placa", "modelo", "capacidadeBateria", "nivelBateriaAtual", "taxaDescarga");
    }

    @Test
    void anEventMayBeShownAndLoggedAsItIs() {
        ReservaEvento forged = new ReservaEvento(
                "server1-1\nforged",
                "a/b",
                "r 1",
                "v/1",
                0,
                "ABC\u0000",
                null,
                null,
                Situacao.CANCELADA,
                Autor.OPERADOR,
                "\u001b[2J",
                null,
                null,
                null);

        assertThat(violadas(forged))
                .containsOnlyKeys("reservaId", "serverId", "requestId", "viagemId", "postoId", "placa", "motivo");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "100, 1000, true", "0.9, 0.9, false", "100.1, 1000.1, false", "NaN, NaN, false", ",, true"
    })
    void thePowersOfACarAreThoseOfCars(Double ac, Double cc, boolean aceitas) {
        Carro carro = new Carro("ABC1D23", "m", 44.5, 22.3, 0.19, ac, cc, null);

        if (aceitas) {
            assertThat(violadas(carro)).isEmpty();
        } else {
            assertThat(violadas(carro)).containsOnlyKeys("potenciaMaximaAc", "potenciaMaximaCc");
        }
    }

    @Test
    void thePlugsOfACarAreOfTheVocabulary() {
        assertThat(violadas(comConectores("Tipo 2", "ccs"))).isEmpty();
        assertThat(violadas(comConectores())).containsOnly(entry("conectores", "deve ter de 1 a 6 conectores"));
        assertThat(violadas(comConectores("CCS2", "CCS2", "CCS2", "CCS2", "CCS2", "CCS2", "CCS2")))
                .containsOnlyKeys("conectores");
        assertThat(violadas(comConectores("CCS2", "NACS")))
                .containsOnly(entry(
                        "conectores[1].<list element>",
                        "deve ser um destes conectores: Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO, GB/T"));
        assertThat(violadas(comConectores("CCS2", null))).containsOnlyKeys("conectores[1].<list element>");
    }

    private static Carro comConectores(String... conectores) {
        return new Carro("ABC1D23", "m", 44.5, 22.3, 0.19, null, null, Arrays.asList(conectores));
    }

    @Test
    void theFieldsOfTheCarAreNamedByTheirPath() {
        Carro carro = new Carro("?", "", 0.0, -1.0, 0.0);

        assertThat(violadas(reserva("r1", "c1", "s1", carro, 5, null)))
                .containsOnlyKeys(
                        "carro.placa",
                        "carro.modelo",
                        "carro.capacidadeBateria",
                        "carro.nivelBateriaAtual",
                        "carro.taxaDescarga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC1234", "ABC1D23", "AAA0A00", "ZZZ9Z99", "abc-1d23"})
    void aPlateIsOldOrMercosul(String placa) {
        assertThat(violadas(comPlaca(placa))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "ABC123",
                "ABC12345",
                "ABCD123",
                "AB11234",
                "ABC1DD3",
                "ABC1D2E",
                "ABCD234",
                "1BC1234",
                "ABC 1234",
                "ABC_1234",
                "ABC12\u066334",
                "ÁBC1234",
                "ABC1Ç23",
                "ABC1234\nX",
                "ABC1234%"
            })
    void noOtherPlateIsTaken(String placa) {
        assertThat(violadas(comPlaca(placa))).containsOnlyKeys("placa");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 79, 80})
    void aModelHasUpToEightyCharacters(int length) {
        assertThat(violadas(comModelo("m".repeat(length)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 10_000})
    void aModelHasNoMoreThanEightyCharacters(int length) {
        assertThat(violadas(comModelo("m".repeat(length)))).containsOnlyKeys("modelo");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "   "})
    void aModelIsNotBlank(String modelo) {
        assertThat(violadas(comModelo(modelo))).containsOnlyKeys("modelo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Citroën ë-C3", "е-tron", "比亚迪", "e.GO \uD83D\uDE97", "a'b\"c<d>&%$"})
    void aModelMayBeAnyTextOnOneLine(String modelo) {
        assertThat(violadas(comModelo(modelo))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\tb",
                "a\nb",
                "a\rb",
                "a\u001B[31mb",
                "a\u007Fb",
                "a\u0085b",
                "a\u009B31mb",
                "a\u200Bb",
                "a\u202Eb",
                "a\u2028b",
                "a\u2029b",
                "a\uFEFFb",
                "a\uD83Db",
                "\uDE97b"
            })
    void aModelHasNoControlCharacters(String modelo) {
        assertThat(violadas(comModelo(modelo))).containsOnlyKeys("modelo");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.0000001, 44.5, 1000})
    void aBatteryHoldsFromOneToAThousandKilowattHours(double capacidade) {
        assertThat(violadas(carro(capacidade, 0.0, 0.19))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.9999999,
                0,
                -0.0,
                -44.5,
                1000.0000001,
                1e300,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void noOtherCapacityIsTaken(double capacidade) {
        assertThat(violadas(carro(capacidade, 0.0, 0.19))).containsKey("capacidadeBateria");
    }

    @ParameterizedTest
    @CsvSource({"44.5, 0", "44.5, 22.3", "44.5, 44.5", "1000, 1000", "1, 1"})
    void aLevelIsFromEmptyToFull(double capacidade, double nivel) {
        assertThat(violadas(carro(capacidade, nivel, 0.19))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"44.5, 44.500001", "1, 1000"})
    void aNivelAboveCapacityIsRefused(double capacidade, double nivel) {
        assertThat(violadas(carro(capacidade, nivel, 0.19)))
                .containsOnlyKeys("nivelBateriaAtual")
                .containsValue("não pode passar da capacidade da bateria");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0000001, -22.3, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1000.1})
    void noOtherLevelIsTaken(double nivel) {
        assertThat(violadas(carro(44.5, nivel, 0.19))).containsOnlyKeys("nivelBateriaAtual");
    }

    @Test
    void aMissingLevelOrCapacityIsNotComparedWithTheOther() {
        assertThat(violadas(new Carro("ABC1D23", "m", null, 22.3, 0.19))).containsOnlyKeys("capacidadeBateria");
        assertThat(violadas(new Carro("ABC1D23", "m", 44.5, null, 0.19))).containsOnlyKeys("nivelBateriaAtual");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.19, 10})
    void aCarUsesFromAHundredthToTenKilowattHoursPerKilometre(double taxa) {
        assertThat(violadas(carro(44.5, 22.3, taxa))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0099999, 0, -0.19, 10.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void noOtherRateIsTaken(double taxa) {
        assertThat(violadas(carro(44.5, 22.3, taxa))).containsOnlyKeys("taxaDescarga");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, Integer.MAX_VALUE})
    void aPointHasAPositiveNumber(int postoId) {
        assertThat(violadas(reserva("r1", "c1", "s1", CARRO, postoId, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void noPointHasAnotherNumber(int postoId) {
        assertThat(violadas(reserva("r1", "c1", "s1", CARRO, postoId, null))).containsOnlyKeys("postoId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "server1", "client_servidor_1", "A.b-C_9", "...", "0"})
    void anIdentifierIsOneTopicLevel(String id) {
        assertThat(violadas(reserva("r1", id, id, CARRO, 5, id))).isEmpty();
        assertThat(violadas(postos("r1", id, id, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a/b", "+", "#", "a+", "$share", "é", "a\n", "a\u0000", "a:b", "a,b", "a%2fb"})
    void noOtherIdentifierIsTaken(String id) {
        assertThat(violadas(reserva("r1", id, id, CARRO, 5, id))).containsOnlyKeys("clientId", "serverId", "viagemId");
        assertThat(violadas(postos("r1", id, id, null))).containsOnlyKeys("clientId", "serverId");
        assertThat(violadas(new ServidorStatus(id, Presenca.ONLINE, null))).containsOnlyKeys("serverId");
    }

    @Test
    void anIdentifierHasUpToSixtyFourCharacters() {
        String longest = "x".repeat(64);
        String tooLong = "x".repeat(65);

        assertThat(violadas(reserva("r1", longest, longest, CARRO, 5, longest))).isEmpty();
        assertThat(violadas(reserva("r1", tooLong, tooLong, CARRO, 5, tooLong)))
                .containsOnlyKeys("clientId", "serverId", "viagemId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a01", "a/b#c+d", "{\"json\":1}"})
    void aRequestIsCalledByVisibleAscii(String id) {
        assertThat(violadas(reserva(id, "c1", "s1", CARRO, 5, null))).isEmpty();
        assertThat(violadas(postos(id, "c1", "s1", null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u007F", "é", "\u00A0", "\uD83D\uDE97"})
    void aRequestIsCalledByNothingElse(String id) {
        assertThat(violadas(reserva(id, "c1", "s1", CARRO, 5, null))).containsOnlyKeys("requestId");
        assertThat(violadas(postos(id, "c1", "s1", null))).containsOnlyKeys("requestId");
    }

    @Test
    void aRequestIsCalledByUpToOneHundredAndTwentyEightCharacters() {
        assertThat(violadas(postos("x".repeat(128), "c1", "s1", null))).isEmpty();
        assertThat(violadas(postos("x".repeat(129), "c1", "s1", null))).containsOnlyKeys("requestId");
    }

    @ParameterizedTest
    @CsvSource({"CCS2, true", "combo 2, true", "NACS, false", "'', false", "' ', false"})
    void aConnectorIsOneOfTheVocabulary(String conector, boolean taken) {
        assertThat(violadas(postos("r1", "c1", "s1", conector)).containsKey("tipoConector"))
                .isEqualTo(!taken);
    }

    @ParameterizedTest
    @CsvSource({
        // the shortest and the longest
        "2026-12-24T14:00:00-03:00, 2026-12-24T14:00:00.000000001-03:00",
        "2026-12-24T14:00:00-03:00, 2026-12-25T14:00:00-03:00",
        // the clock goes back, time does not
        "2026-12-24T14:00:00-03:00, 2026-12-24T13:00:00-05:00",
        // one end only
        "2026-12-24T14:00:00-03:00, ",
        ", 2026-12-24T14:00:00-03:00",
        ", ",
    })
    void aWindowIsForwardAndLastsUpToADay(OffsetDateTime inicio, OffsetDateTime fim) {
        assertThat(violadas(new ReservaRequest("r1", "c1", "s1", CARRO, 5, inicio, fim, null, null, null)))
                .isEmpty();
        assertThat(violadas(new PostosRequest("r1", "c1", "s1", null, null, inicio, fim, null, null, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:00:00-03:00, 2026-12-24T14:00:00-03:00",
        "2026-12-24T14:00:00-03:00, 2026-12-24T17:00:00Z",
        "2026-12-24T14:00:00-03:00, 2026-12-24T13:59:59-03:00",
        "2026-12-24T14:00:00-03:00, 2026-12-24T15:00:00-01:00",
        "+999999999-12-31T23:59:59Z, -999999999-01-01T00:00:00Z",
    })
    void aWindowThatDoesNotGoForwardIsRefused(OffsetDateTime inicio, OffsetDateTime fim) {
        assertThat(violadas(new ReservaRequest("r1", "c1", "s1", CARRO, 5, inicio, fim, null, null, null)))
                .containsOnlyKeys("fim")
                .containsValue("deve ser depois do início");
        assertThat(violadas(new PostosRequest("r1", "c1", "s1", null, null, inicio, fim, null, null, null, null)))
                .containsOnlyKeys("fim");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:00:00-03:00, 2026-12-25T14:00:00.000000001-03:00",
        "2026-12-24T14:00:00-03:00, 2026-12-25T14:00:01-03:00",
        "2026-12-24T14:00:00-03:00, 2027-12-24T14:00:00-03:00",
        "-999999999-01-01T00:00:00Z, +999999999-12-31T23:59:59Z",
    })
    void aWindowOfMoreThanADayIsRefused(OffsetDateTime inicio, OffsetDateTime fim) {
        assertThat(violadas(new ReservaRequest("r1", "c1", "s1", CARRO, 5, inicio, fim, null, null, null)))
                .containsOnlyKeys("fim")
                .containsValue("a janela pode durar no máximo 24 horas");
        assertThat(violadas(new PostosRequest("r1", "c1", "s1", null, null, inicio, fim, null, null, null, null)))
                .containsOnlyKeys("fim");
    }

    private static ReservaRequest reserva(
            String requestId, String clientId, String serverId, Carro carro, Integer postoId, String viagemId) {
        return new ReservaRequest(requestId, clientId, serverId, carro, postoId, null, null, viagemId, null, null);
    }

    private static PostosRequest postos(String requestId, String clientId, String serverId, String tipoConector) {
        return new PostosRequest(requestId, clientId, serverId, null, tipoConector, null, null, null, null, null, null);
    }

    private static Carro comPlaca(String placa) {
        return new Carro(placa, "BYD Dolphin", 44.5, 22.3, 0.19);
    }

    private static Carro comModelo(String modelo) {
        return new Carro("ABC1D23", modelo, 44.5, 22.3, 0.19);
    }

    private static Carro carro(double capacidade, double nivel, double taxa) {
        return new Carro("ABC1D23", "BYD Dolphin", capacidade, nivel, taxa);
    }
}
