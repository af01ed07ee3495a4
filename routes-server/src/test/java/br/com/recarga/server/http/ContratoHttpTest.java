package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.server.PostosDosExemplos;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The server's HTTP speaks the golden examples of the contract that go over HTTP only. */
@ServerTest
@ExtendWith(PostosDosExemplos.class)
class ContratoHttpTest {

    private static final String RESERVA = "server1-01a20121-6074-7f6c-b1fd-547073455cea";
    private static final Instant MORNING = Instant.parse("2026-12-24T11:00:00Z");
    private static final Duration UNTIL_THE_CAR_ARRIVES = Duration.ofMinutes(365);

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    private Operador operador;
    private String reservaId;

    @BeforeEach
    void theMorningOfTheExamples() {
        operador = Operador.at(port);
        clock.advance(Duration.between(NOW, MORNING));
    }

    @Test
    void describesAPoint() throws Exception {
        operador.put("/pontos/5", example(Exemplo.POSTO_BODY));
        reserve();

        assertThat(told(operador.get("/pontos/5"))).isEqualTo(golden(Exemplo.POSTO));
    }

    @Test
    void takesAPointOutOfServiceAndTellsWhatThatCancelled() throws Exception {
        reserve();

        assertThat(told(operador.put("/pontos/5/manutencao", example(Exemplo.MANUTENCAO_BODY))))
                .isEqualTo(golden(Exemplo.PONTO_ALTERADO));
    }

    @Test
    void listsWhatIsOutOfService() throws Exception {
        operador.put("/pontos/3/disponibilidade", "{\"disponivel\":false}");
        operador.put("/pontos/5/manutencao", example(Exemplo.MANUTENCAO_BODY));

        assertThat(told(operador.get("/indisponibilidades"))).isEqualTo(golden(Exemplo.INDISPONIBILIDADES));
    }

    @Test
    void importsPoints() throws Exception {
        assertThat(told(operador.send("POST", "/pontos/importar?parcial=true", """
                        id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh
                        5,Tomba,Feira de Santana,BA,-12.2888,-38.9604,11.0,Tipo 2,1.25
                        6,Cidade Nova,Salvador,BA,-12.2399,-38.9551,22.0,Tipo 2,1.4
                        7,Sobradinho,Feira de Santana,Bahia,-12.2471,-38.9702,22.0,Tipo 2,1.4
                        """, "Content-Type", "text/csv")))
                .isEqualTo(golden(Exemplo.IMPORTACAO));
    }

    @Test
    void chargesWhoReservedAndCountsIt() throws Exception {
        reserve();
        clock.advance(UNTIL_THE_CAR_ARRIVES);
        Answer begun = operador.post("/pontos/5/carregamento", example(Exemplo.CARREGAMENTO_INICIO));
        clock.advance(Duration.ofHours(2));

        String path = "/pontos/5/carregamento/" + begun.text("/id");
        Operador.ana(port).put(path, example(Exemplo.CARREGAMENTO_FIM));

        ObjectNode charge = told(operador.send("PATCH", path, example(Exemplo.CARREGAMENTO_CORRECAO)));
        // another one in every database
        charge.put("id", 1);
        assertThat(charge).isEqualTo(golden(Exemplo.CARREGAMENTO));
        assertThat(told(operador.get("/ocupacao?de=2026-12-24T00:00:00-03:00&ate=2026-12-25T00:00:00-03:00")))
                .isEqualTo(golden(Exemplo.OCUPACAO));
    }

    @Test
    void listsChargesAndSaysWhichAreOverdue() throws Exception {
        reserve();
        clock.advance(UNTIL_THE_CAR_ARRIVES);
        operador.post("/pontos/5/carregamento", example(Exemplo.CARREGAMENTO_INICIO));
        clock.advance(Duration.ofHours(3));

        ObjectNode page = told(operador.get("/carregamentos?atrasado=true"));
        // another one in every database
        ((ObjectNode) page.at("/carregamentos/0")).put("id", 1);
        assertThat(page).isEqualTo(golden(Exemplo.CARREGAMENTOS_PAGINA));
    }

    @Test
    void listsReservations() throws Exception {
        reserve();

        assertThat(told(operador.get("/reservas?placa=ABC1D23"))).isEqualTo(golden(Exemplo.RESERVAS_PAGINA));
    }

    private void reserve() {
        Answer answer = operador.post("/reservas", example(Exemplo.RESERVA_REQUEST));
        assertThat(answer.codigo()).isEqualTo("OK");
        reservaId = answer.text("/reserva_id");
    }

    /** The examples are of a server with another name, and a reservation with another number. */
    private String example(Exemplo example) {
        String json = new String(example.bytes(), StandardCharsets.UTF_8);
        return json.replace(RESERVA, String.valueOf(reservaId)).replace("server1", ServerTest.SERVER_ID);
    }

    private ObjectNode golden(Exemplo example) throws JsonProcessingException {
        return (ObjectNode) ContractJson.mapper().readTree(example(example));
    }

    private static ObjectNode told(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }
}
