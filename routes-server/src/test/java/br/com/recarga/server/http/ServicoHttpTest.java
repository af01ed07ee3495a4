package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ServicoHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    private Operador operador;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?disponivel=false | | false | false",
                "?disponivel=true&em_manutencao=true | | false | true",
                "| {\"disponivel\":false} | false | false",
                "| {\"disponivel\":true,\"em_manutencao\":true} | false | true",
                "| {\"disponivel\":true,\"ponto_id\":3,\"server_id\":\"server7\"} | true | false"
            })
    void theSwitchIsGivenAsABodyOrAsTheOriginalsQuery(String query, String body, String disponivel, String manutencao) {
        Answer answer = operador.put("/pontos/3/disponibilidade" + (query == null ? "" : query), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.codigo()).isEqualTo("OK");
        assertThat(answer.text("/posto/id")).isEqualTo("3");
        assertThat(answer.text("/posto/disponivel")).isEqualTo(disponivel);
        assertThat(answer.text("/posto/em_manutencao")).isEqualTo(manutencao);
        assertThat(answer.text("/canceladas")).isEqualTo("0");
    }

    @Test
    void maintenanceTellsHowManyReservationsItCancelledAndWhich() {
        Resposta reserva = server.reservar(deReserva()
                .posto(3)
                .janela(NOW.plusSeconds(3600), NOW.plusSeconds(7200))
                .build());

        Answer answer = operador.put("/pontos/3/manutencao", "{\"em_manutencao\":true,\"motivo\":\"Troca\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/posto/em_manutencao")).isEqualTo("true");
        assertThat(answer.text("/canceladas")).isEqualTo("1");
        assertThat(answer.text("/reservas_canceladas/0")).isEqualTo(reserva.reservaId());
        assertThat(server.published())
                .filteredOn(message -> message.topic().equals("client/client_servidor_1/reservas/evento"))
                .hasSize(1);

        Answer back = operador.put("/pontos/3/manutencao", "{\"em_manutencao\":false}");

        assertThat(back.text("/posto/disponivel")).isEqualTo("true");
        assertThat(back.text("/posto/proxima_janela/inicio")).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(back.text("/canceladas")).isEqualTo("0");
    }

    @Test
    void whatIsOutOfServiceNowAndLaterIsListedUntilItIsOver() {
        operador.put("/pontos/4/manutencao", """
                {"em_manutencao":true,"inicio":"2026-06-02T09:00:00-03:00","fim":"2026-06-02T11:00:00-03:00","motivo":"Troca"}""");
        operador.put("/pontos/3/manutencao", "{\"em_manutencao\":true}");
        operador.put("/pontos/2/disponibilidade", "{\"disponivel\":false}");

        Answer all = operador.get("/indisponibilidades");
        assertThat(all.json().path("indisponibilidades").findValuesAsText("posto_id"))
                .containsExactly("2", "3", "4");
        assertThat(all.json().path("indisponibilidades").findValuesAsText("causa"))
                .containsExactly("DESLIGADO", "MANUTENCAO", "MANUTENCAO");
        assertThat(all.text("/indisponibilidades/0/inicio")).isNull();
        assertThat(all.text("/indisponibilidades/1/inicio")).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(all.text("/indisponibilidades/1/fim")).isNull();

        Answer planned = operador.get("/indisponibilidades?posto_id=4");
        assertThat(planned.json().path("indisponibilidades")).hasSize(1);
        assertThat(planned.text("/indisponibilidades/0/posto")).isEqualTo("A 111 km para o sul");
        assertThat(planned.text("/indisponibilidades/0/fim")).isEqualTo("2026-06-02T11:00:00-03:00");
        assertThat(planned.text("/indisponibilidades/0/motivo")).isEqualTo("Troca");

        clock.advance(Duration.ofHours(26));
        assertThat(operador.get("/indisponibilidades?posto_id=4").json().path("indisponibilidades"))
                .isEmpty();
        assertThat(operador.get("/indisponibilidades").json().path("indisponibilidades"))
                .hasSize(2);
    }

    @Test
    void whatIsOutOfServiceIsToldToOperatorsOnly() {
        assertThat(Operador.nobody(port).get("/indisponibilidades").status()).isEqualTo(401);
        assertThat(Operador.ana(port).get("/indisponibilidades").status()).isEqualTo(200);
        assertThat(operador.get("/indisponibilidades?posto_id=x").text("/erros/0/campo"))
                .isEqualTo("posto_id");
    }

    @Test
    void maintenanceAndReservationsAtOnceLeaveNoReservationThatItOverlaps() throws Exception {
        List<Answer> answers = Juntos.todos(
                12,
                i -> i == 5
                        ? operador.put("/pontos/3/manutencao", "{\"em_manutencao\":true}")
                        : operador.post("/reservas", """
                        {"carro":{"placa":"CAR1%03d","modelo":"Kwid","capacidade_bateria":27,"nivel_bateria_atual":9,
                         "taxa_descarga":0.12},"posto_id":3,"inicio":"2026-06-02T%02d:00:00Z",
                         "fim":"2026-06-02T%02d:30:00Z"}""".formatted(i, i, i)));

        assertThat(answers.get(5).status()).isEqualTo(200);
        assertThat(server.rows("reservas_ativas")).isZero();
        long made = answers.stream()
                .filter(answer -> "CONFIRMADA".equals(answer.text("/situacao")))
                .count();
        assertThat(answers.get(5).json().path("canceladas").asLong()).isEqualTo(made);
        assertThat(answers)
                .filteredOn(answer -> "POSTO_EM_MANUTENCAO".equals(answer.codigo()))
                .hasSize(11 - (int) made);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/pontos/99/disponibilidade?disponivel=true | | 404 | POSTO_INEXISTENTE |",
                "/pontos/x/disponibilidade?disponivel=true | | 422 | DADOS_INVALIDOS | id",
                "/pontos/0/disponibilidade?disponivel=true | | 422 | DADOS_INVALIDOS | ponto_id",
                "/pontos/3/disponibilidade | | 422 | DADOS_INVALIDOS | disponivel",
                "/pontos/3/disponibilidade?disponivel=maybe | | 422 | DADOS_INVALIDOS | disponivel",
                "/pontos/3/disponibilidade | {} | 422 | DADOS_INVALIDOS | disponivel",
                "/pontos/3/disponibilidade | {\"disponivel\":\"sim\"} | 422 | DADOS_INVALIDOS | disponivel",
                "/pontos/3/disponibilidade | {\"disponivel\":true,\"ponto_id\":4} | 422 | DADOS_INVALIDOS | ponto_id",
                "/pontos/3/disponibilidade | {\"disponivel\":true,\"server_id\":\"server1\"} | 422 | DADOS_INVALIDOS | server_id",
                "/pontos/3/disponibilidade | [] | 400 | JSON_INVALIDO |",
                "/pontos/3/disponibilidade | {\"disponivel\": | 400 | JSON_INVALIDO |",
                "/pontos/99/manutencao | {\"em_manutencao\":true} | 404 | POSTO_INEXISTENTE |",
                "/pontos/x/manutencao | {\"em_manutencao\":true} | 422 | DADOS_INVALIDOS | id",
                "/pontos/3/manutencao | {} | 422 | DADOS_INVALIDOS | em_manutencao",
                "/pontos/3/manutencao | '' | 400 | JSON_INVALIDO |",
                "/pontos/3/manutencao | {\"em_manutencao\":true,\"inicio\":\"amanhã\"} | 422 | DADOS_INVALIDOS | inicio",
                "/pontos/3/manutencao | {\"em_manutencao\":true,\"fim\":\"2020-01-01T00:00:00Z\"} | 422 | DADOS_INVALIDOS | fim",
                "/pontos/3/manutencao | {\"em_manutencao\":true,\"inicio\":\"+99999-01-01T00:00:00Z\"} | 422 | DADOS_INVALIDOS | inicio",
                "/pontos/3/manutencao | {\"em_manutencao\":true,\"motivo\":\"a\\u0000b\"} | 422 | DADOS_INVALIDOS | motivo"
            })
    void badInputIsNamedAndChangesNothing(String path, String body, int status, String codigo, String campo) {
        Answer answer = operador.put(path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
        assertThat(server.rows("manutencoes")).isZero();
        assertThat(server.rows("postos WHERE disponivel = FALSE")).isZero();
    }
}
