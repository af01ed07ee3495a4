package br.com.recarga.server.carros;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.contract.Posto;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.postos.PostoRegistro;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A degree of latitude is 111.2 km, which by road count as 133.44. */
class AlertaServiceTest {

    private static final Passagem EM_CCS2 = new Passagem("CCS2", -10, -38, true);

    private final AlertaService alertas = alertas(1.2);

    @ParameterizedTest(name = "{0} kWh at 0.06 kWh/km: {1} points")
    @CsvSource({"8.00, 0", "8.01, 1"})
    void aPointIsWithinReachIfTheWayThereIsNoLongerThanTheRange(double nivel, int expected) {
        AlertaBateria alerta = alertas.alerta(
                carro(nivel, 0.06, -12.0, -38.0), List.of(EM_CCS2), List.of(posto(4, -13, "CCS2", true)));

        assertThat(alerta.postos()).hasSize(expected);
    }

    @Test
    void theRoadFactorIsASetting() {
        CarroRegistro carro = carro(8.0, 0.06, -12.0, -38.0);
        List<PostoRegistro> postos = List.of(posto(4, -13, "CCS2", true));

        assertThat(alertas(1.0).alerta(carro, List.of(EM_CCS2), postos).postos())
                .hasSize(1);
        assertThat(alertas(1.5).alerta(carro, List.of(EM_CCS2), postos).postos())
                .isEmpty();
    }

    @Test
    void theNearestComeFirstAndAtMostFive() {
        List<PostoRegistro> postos = IntStream.rangeClosed(1, 7)
                .mapToObj(n -> posto(n, -12.8 + n / 10.0, "CCS2", true))
                .toList();

        AlertaBateria alerta = alertas.alerta(carro(8, 0.05, -12.0, -38.0), List.of(EM_CCS2), postos);

        assertThat(alerta.postos()).extracting(Posto::id).containsExactly(7, 6, 5, 4, 3);
        assertThat(alerta.postos()).extracting(Posto::distanciaKm).containsExactly(11.1, 22.2, 33.4, 44.5, 55.6);
    }

    @Test
    void onlyFreePointsWithAConnectorThatTheCarHasUsedHereAreOffered() {
        List<PostoRegistro> postos = List.of(
                posto(1, -12, "CCS2", true),
                posto(2, -12, "CCS2", false),
                posto(3, -12, "CHAdeMO", true),
                posto(4, -12, "Tipo 2", true));
        List<Passagem> passagens = List.of(EM_CCS2, new Passagem("Tipo 2", -10, -38, false));

        AlertaBateria alerta = alertas.alerta(carro(8, 0.05, -12.0, -38.0), passagens, postos);

        assertThat(alerta.postos()).extracting(Posto::id).containsExactly(1, 4);
    }

    @Test
    void aCarThatNeverToldWhereItIsIsWhereItChargedLast() {
        List<Passagem> passagens = List.of(
                new Passagem("CCS2", -30, -38, false),
                new Passagem("CCS2", -13, -38, true),
                new Passagem("CCS2", -20, -38, true));
        List<PostoRegistro> postos = List.of(posto(1, -13, "CCS2", true), posto(2, -20, "CCS2", true));

        AlertaBateria alerta = alertas.alerta(carro(8, 0.05, null, null), passagens, postos);

        assertThat(alerta.postos()).extracting(Posto::id).containsExactly(1);
        assertThat(alerta.postos()).extracting(Posto::distanciaKm).containsExactly(0.0);
    }

    @Test
    void whereTheCarToldThatItIsCountsMoreThanWhereItChargedLast() {
        List<PostoRegistro> postos = List.of(posto(1, -10, "CCS2", true), posto(2, -20, "CCS2", true));

        AlertaBateria alerta = alertas.alerta(carro(8, 0.05, -20.0, -38.0), List.of(EM_CCS2), postos);

        assertThat(alerta.postos()).extracting(Posto::id).containsExactly(2);
    }

    @Test
    void ofACarThatMayBeAnywhereNoPointIsSaidToBeWithinReach() {
        List<Passagem> passagens = List.of(new Passagem("CCS2", -12, -38, false));

        AlertaBateria alerta =
                alertas.alerta(carro(8, 0.05, null, null), passagens, List.of(posto(1, -12, "CCS2", true)));

        assertThat(alerta.postos()).isEmpty();
        assertThat(alerta.mensagem())
                .isEqualTo("Bateria em 16%: sem saber onde o carro está, não dá para indicar postos");
    }

    @ParameterizedTest(name = "{0} kWh, {1} points: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "9.99 | 0 | Bateria em 19%: não há posto livre ao alcance",
                "0 | 0 | Bateria em 0%: não há posto livre ao alcance",
                "8.2 | 1 | Bateria em 16%: há 1 posto livre ao alcance",
                "8.2 | 2 | Bateria em 16%: há 2 postos livres ao alcance"
            })
    void theMessageSaysHowMuchIsLeftAndHowManyPointsThereAre(double nivel, int postos, String mensagem) {
        List<PostoRegistro> aqui = IntStream.rangeClosed(1, postos)
                .mapToObj(n -> posto(n, -12, "CCS2", true))
                .toList();

        assertThat(alertas.alerta(carro(nivel, 0.05, -12.0, -38.0), List.of(EM_CCS2), aqui)
                        .mensagem())
                .isEqualTo(mensagem);
    }

    @Test
    void theFiguresAreRoundedToOneDecimal() {
        AlertaBateria alerta = alertas.alerta(carro(8.2, 0.19, -12.0, -38.0), List.of(), List.of());

        assertThat(alerta.placa()).isEqualTo("ABC1D23");
        assertThat(alerta.serverId()).isEqualTo("server7");
        assertThat(alerta.nivelBateria()).isEqualTo(8.2);
        assertThat(alerta.percentual()).isEqualTo(16.4);
        assertThat(alerta.autonomiaKm()).isEqualTo(43.2);
        assertThat(alerta.timestamp()).isEqualTo(OffsetDateTime.parse("2026-06-01T09:00:00-03:00"));
    }

    private static CarroRegistro carro(double nivel, double taxa, Double latitude, Double longitude) {
        return new CarroRegistro("ABC1D23", 50, nivel, taxa, latitude, longitude);
    }

    private static PostoRegistro posto(int id, double latitude, String conector, boolean disponivel) {
        return new PostoRegistro(
                id, "Posto " + id, "Feira de Santana", "BA", latitude, -38, 50, conector, 2, disponivel, false);
    }

    private static AlertaService alertas(double fatorEstrada) {
        ServerSettings settings = new ServerSettings(
                "server7",
                "unused",
                ZoneId.of("America/Sao_Paulo"),
                365,
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                fatorEstrada,
                Duration.ofHours(8),
                Duration.ofSeconds(2));
        return new AlertaService(settings, new Janelas(settings), new HoraDoLugar(settings), new TestClock());
    }
}
