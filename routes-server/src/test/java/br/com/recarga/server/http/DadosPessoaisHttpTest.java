package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import br.com.recarga.server.privacidade.EsquecerPessoasRoute;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class DadosPessoaisHttpTest {

    private static final String DADOS = "/dados_pessoais?placa=ABC1234";
    private static final String OCUPACAO = "/ocupacao?de=2026-06-01T00:00:00-03:00&ate=2026-06-02T00:00:00-03:00";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Operador operador;
    private Operador alguem;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
        alguem = Operador.nobody(port);
    }

    @Test
    void whatIsTakenAwayTellsNothingOfAPersonAndStillCounts() {
        Resposta charged = charged("r-1", 0);
        JsonNode figures = operador.get(OCUPACAO).json();

        Answer answer = operador.send("DELETE", DADOS, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(operador.get(OCUPACAO).json()).isEqualTo(figures);
        assertThat(figures.toString()).contains("20.71");
        for (String table : server.tables()) {
            assertThat(jdbc.sql("SELECT * FROM " + table).query().listOfRows().toString())
                    .as(table)
                    .doesNotContain("ABC1234")
                    .doesNotContain("BYD")
                    .doesNotContain(charged.codigoReserva());
        }
        assertThat(server.rows("respostas WHERE request_id = 'r-1'")).isZero();
        assertThat(operador.get("/reservas/" + charged.reservaId()).text("/reservas/0/situacao"))
                .isEqualTo("CONCLUIDA");
    }

    @Test
    void whileSomethingIsNotOverNothingIsTakenAway() {
        Resposta over = charged("r-1", 0);
        reserve("r-2", 120);

        Answer answer = operador.send("DELETE", DADOS, null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.codigo()).isEqualTo("TRANSICAO_INVALIDA");
        assertThat(placa(over)).isEqualTo("ABC1234");
    }

    @Test
    void aCodeTakesAwayAndShowsWhatIsOfItsReservationOnly() {
        Resposta mine = charged("r-1", 0);
        Resposta another = reserve("r-2", 120);
        String[] code = {CodigoReserva.CABECALHO, mine.codigoReserva()};

        Answer shown = alguem.send("GET", DADOS, null, code);
        assertThat(shown.json().path("reservas")).hasSize(1);
        assertThat(shown.text("/reservas/0/reserva_id")).isEqualTo(mine.reservaId());
        assertThat(shown.json().path("carregamentos")).hasSize(1);
        assertThat(shown.json().has("carro")).isFalse();

        assertThat(alguem.send("DELETE", DADOS, null, code).status()).isEqualTo(200);
        assertThat(placa(mine)).isEqualTo("ANONIMO");
        assertThat(placa(another)).isEqualTo("ABC1234");
        assertThat(alguem.send("GET", DADOS, null, code).codigo()).isEqualTo("RESERVA_INEXISTENTE");
    }

    @Test
    void aPlateAloneShowsNothingAndTakesNothingAway() {
        Resposta over = charged("r-1", 0);

        assertThat(alguem.get(DADOS).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(alguem.send("DELETE", DADOS, null).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(alguem.send("DELETE", DADOS, null, CodigoReserva.CABECALHO, "x")
                        .codigo())
                .isEqualTo("RESERVA_INEXISTENTE");
        assertThat(placa(over)).isEqualTo("ABC1234");
    }

    @Test
    void theOperatorIsShownAllThatIsKept() {
        charged("r-1", 0);
        reserve("r-2", 120);

        JsonNode all = operador.get(DADOS).json();

        assertThat(all.path("reservas")).hasSize(2);
        assertThat(all.path("carregamentos")).hasSize(1);
        assertThat(all.at("/carro/modelo").asText()).isNotEmpty();
    }

    @Test
    void whatIsOldIsForgottenByItself() {
        Resposta old = charged("r-1", 0);
        clock.advance(Duration.ofDays(89));
        server.fire(EsquecerPessoasRoute.ID);
        assertThat(placa(old)).isEqualTo("ABC1234");

        clock.advance(Duration.ofDays(2));
        server.fire(EsquecerPessoasRoute.ID);

        assertThat(placa(old)).isEqualTo("ANONIMO");
        assertThat(jdbc.sql("SELECT placa FROM carregamentos")
                        .query(String.class)
                        .single())
                .isEqualTo("ANONIMO");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM carros WHERE placa = 'ABC1234'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** From, in minutes from now, for an hour. */
    private Resposta reserve(String requestId, int from) {
        return server.reservar(deReserva()
                .id(requestId)
                .posto(1)
                .janela(NOW.plusSeconds(from * 60L), NOW.plusSeconds((from + 60) * 60L))
                .build());
    }

    private Resposta charged(String requestId, int from) {
        Resposta reserva = reserve(requestId, from);
        Answer begun =
                operador.post("/pontos/1/carregamento", "{\"reserva_id\":\"%s\"}".formatted(reserva.reservaId()));
        operador.put("/pontos/1/carregamento/" + begun.text("/id"), "{\"energia_kwh\":10.25,\"confirmado\":true}");
        return reserva;
    }

    private String placa(Resposta reserva) {
        return jdbc.sql("SELECT placa FROM reservas WHERE id = ?")
                .param(reserva.reservaId())
                .query(String.class)
                .single();
    }
}
