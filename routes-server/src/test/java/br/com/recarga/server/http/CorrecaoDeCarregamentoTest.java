package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is billed can be believed, or somebody has confirmed it; and a mistake can be undone without being forgotten. */
@ServerTest
class CorrecaoDeCarregamentoTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
    }

    @ParameterizedTest(name = "{0} min at 22 kW: {1} kWh is {2}")
    @CsvSource({"0, 2.01, 200", "0, 2.02, 422", "60, 26.21, 200", "60, 26.22, 422", "1, 3, 422", "0, 900, 422"})
    void moreThanThePointDeliversInTheTimeIsRefused(int minutes, double energy, int status) {
        String path = walkIn();
        clock.advance(Duration.ofMinutes(minutes));

        Answer answer = operador.put(path, "{\"energia_kwh\":%s}".formatted(energy));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.text("/erros/0/campo")).isEqualTo("energia_kwh");
            assertThat(answer.text("/erros/0/mensagem"))
                    .startsWith("é mais do que 22,0 kW entregam em %d min".formatted(minutes));
            assertThat(operador.get(path).json().has("fim"))
                    .as("nothing has happened")
                    .isFalse();
        }
    }

    @Test
    void thePowerIsThatOfTheStart() {
        String path = walkIn();
        jdbc.sql("UPDATE postos SET potencia_maxima = 1 WHERE id = 2").update();
        try {
            clock.advance(Duration.ofHours(1));

            assertThat(operador.put(path, "{\"energia_kwh\":22}").status()).isEqualTo(200);
        } finally {
            jdbc.sql("UPDATE postos SET potencia_maxima = 22 WHERE id = 2").update();
        }
    }

    @ParameterizedTest(name = "{0} kWh is {1}")
    @CsvSource({"48.95, 200", "48.96, 422"})
    void moreThanTheBatteryTakesIsRefused(double energy, int status) {
        String reserva = server.reservar(deReserva()
                        .bateria(44.5, 10)
                        .janela(NOW, NOW.plusSeconds(7200))
                        .build())
                .reservaId();
        Answer begun = operador.post("/pontos/1/carregamento", "{\"reserva_id\":\"%s\"}".formatted(reserva));
        clock.advance(Duration.ofHours(2));

        Answer answer =
                operador.put("/pontos/1/carregamento/" + begun.text("/id"), "{\"energia_kwh\":%s}".formatted(energy));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.text("/erros/0/mensagem")).startsWith("é mais do que cabe na bateria de 44,5 kWh");
        }
    }

    @Test
    void whateverIsConfirmedIsBelieved() {
        String path = walkIn();

        Answer ended = operador.put(path, "{\"energia_kwh\":900,\"confirmado\":true}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("/custo")).isEqualTo("1386.0");
    }

    @Test
    void aCorrectionKeepsWhatWasSaidBeforeAndTheFiguresFollow() {
        String path = walkIn();
        clock.advance(Duration.ofMinutes(30));
        operador.put(path, "{\"energia_kwh\":100,\"confirmado\":true}");
        clock.advance(Duration.ofMinutes(10));

        Answer corrected = correct(path, "{\"energia_kwh\":10,\"motivo\":\"Um zero a mais\"}");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.text("/fim")).isEqualTo("2026-06-01T09:30:00-03:00");
        assertThat(corrected.text("/custo")).isEqualTo("15.4");
        assertThat(operador.get(path).json()).isEqualTo(corrected.json());
        assertThat(corrected.json().path("historico")).hasSize(2);
        assertThat(corrected.text("/historico/0/energia_kwh")).isEqualTo("100.0");
        assertThat(corrected.text("/historico/0/custo")).isEqualTo("154.0");
        assertThat(corrected.text("/historico/1/em")).isEqualTo("2026-06-01T09:40:00-03:00");
        assertThat(corrected.text("/historico/1/por")).isEqualTo("operador");
        assertThat(corrected.text("/historico/1/motivo")).isEqualTo("Um zero a mais");
        assertThat(corrected.text("/historico/1/energia_kwh")).isEqualTo("10.0");
        Answer figures = operador.get("/ocupacao?de=2026-06-01T12:00:00Z");
        assertThat(figures.text("/total/energia_kwh")).isEqualTo("10.0");
        assertThat(figures.text("/total/receita")).isEqualTo("15.4");
    }

    @Test
    void correctingAgainToTheSameChangesNothing() {
        String path = walkIn();
        operador.put(path, "{\"energia_kwh\":2}");
        Answer first = correct(path, "{\"energia_kwh\":3,\"motivo\":\"Lido errado\"}");
        clock.advance(Duration.ofMinutes(1));

        assertThat(correct(path, "{\"energia_kwh\":3,\"motivo\":\"Lido errado\"}")
                        .json())
                .isEqualTo(first.json());
    }

    @Test
    void aCorrectionSaysTheEnergyThatNobodyKnew() {
        String path = walkIn();
        operador.put(path, "{}");

        Answer corrected = correct(path, "{\"energia_kwh\":2,\"motivo\":\"Lido depois\"}");

        assertThat(corrected.text("/custo")).isEqualTo("3.08");
        assertThat(corrected.json().at("/historico/0").has("energia_kwh")).isFalse();
    }

    @Test
    void aCorrectionIsBelievedNoMoreThanAnEnd() {
        String path = walkIn();
        operador.put(path, "{\"energia_kwh\":2}");

        assertThat(correct(path, "{\"energia_kwh\":900,\"motivo\":\"x\"}").text("/erros/0/campo"))
                .isEqualTo("energia_kwh");
        assertThat(correct(path, "{\"energia_kwh\":900,\"motivo\":\"x\",\"confirmado\":true}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"energia_kwh\":3,\"motivo\":\"x\"} | 409 | TRANSICAO_INVALIDA |",
                "{\"motivo\":\"x\"} | 422 | DADOS_INVALIDOS | energia_kwh",
                "{\"energia_kwh\":3} | 422 | DADOS_INVALIDOS | motivo",
                "{\"energia_kwh\":3,\"motivo\":\" \"} | 422 | DADOS_INVALIDOS | motivo",
                "{\"energia_kwh\":1001,\"motivo\":\"x\"} | 422 | DADOS_INVALIDOS | energia_kwh",
                "[] | 400 | JSON_INVALIDO |"
            })
    void whatGoesOnOrCannotBeReadIsNotCorrected(String body, int status, String codigo, String campo) {
        Answer answer = correct(walkIn(), body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
    }

    @Test
    void onlyTheOperatorCorrects() {
        assertThat(Operador.nobody(port)
                        .send("PATCH", "/pontos/2/carregamento/1", "{\"energia_kwh\":3,\"motivo\":\"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(correct("/pontos/2/carregamento/1", "{\"energia_kwh\":3,\"motivo\":\"x\"}")
                        .codigo())
                .isEqualTo("CARREGAMENTO_INEXISTENTE");
    }

    private Answer correct(String path, String body) {
        return operador.send("PATCH", path, body);
    }

    /** At the point 2, with 22 kW for 1.54 BRL/kWh. */
    private String walkIn() {
        return "/pontos/2/carregamento/"
                + operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .text("/id");
    }
}
