package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Termos;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is content with any equal point of a place gets one as long as one is free; point 1 has 60 kW with CCS2 for R$ 2.02. */
@ServerTest
class EquivalenteTest {

    private static final Instant BEGIN = NOW.plus(Duration.ofHours(1));
    private static final Instant END = NOW.plus(Duration.ofHours(2));

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theAskedPointIsTaken() {
        server.reservar(deReserva()
                .id("r-1")
                .placa("AAA1111")
                .posto(1)
                .janela(BEGIN, END)
                .build());
    }

    private void insert(int id, double latitude, double longitude, String conector, double potencia, double preco) {
        jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                        VALUES (?, ?, 'Feira de Santana', 'BA', ?, ?, ?, ?, ?)""")
                .params(id, "Vaga " + id, latitude, longitude, potencia, conector, preco)
                .update();
    }

    private void insertEqual(int id, double latitude) {
        insert(id, latitude, -38, "CCS2", 60, 2.02);
    }

    @Test
    void thePointThatIsAskedForComesFirst() {
        insertEqual(91, -12.0001);

        Resposta resposta = server.reservar(
                outro().janela(END, END.plus(Duration.ofHours(1))).build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.OK);
        assertThat(resposta.postoId()).isEqualTo(1);
        assertThat(resposta.mensagem())
                .isEqualTo(
                        "O posto Central localizado no servidor server7 foi reservado para o carro de placa BBB2222.");
    }

    @Test
    void elseItIsTheNearestAndOfTwoAsNearTheFirstAndTheAnswerSaysWhich() {
        insertEqual(91, -12.0009);
        insertEqual(93, -12.0002);
        insertEqual(92, -12.0002);

        Resposta resposta = server.reservar(outro().build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.OK);
        assertThat(resposta.postoId()).isEqualTo(92);
        assertThat(resposta.mensagem())
                .isEqualTo("O posto Vaga 92 localizado no servidor server7 foi reservado para o carro de placa BBB2222,"
                        + " em vez do posto 1, que não está livre nesse horário.");
        assertThat(jdbc.sql("SELECT posto_id FROM reservas WHERE id = ?")
                        .param(resposta.reservaId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(92);
        assertThat(server.rows("carros WHERE placa = 'BBB2222'")).isOne();
    }

    @Test
    void whatIsAgreedIsTheOtherPointsAndTheWindowIsTheAskedOnes() {
        insert(91, -12.0001, -38.0001, "CCS2", 150, 1.5);

        Resposta resposta = server.reservar(deReserva()
                .id("r-2")
                .placa("BBB2222")
                .ouEquivalente()
                .bateria(100, 0)
                .build());

        assertThat(resposta.postoId()).isEqualTo(91);
        assertThat(resposta.termos()).isEqualTo(new Termos(1.5, 150.0, "CCS2"));
        // as long as it takes at point 1
        assertThat(resposta.fim().toInstant()).isEqualTo(NOW.plus(Duration.parse("PT1H41M56S")));
    }

    @ParameterizedTest(name = "{0} {1}, {2} {3} kW for {4}")
    @CsvSource({
        "-12.0011, -38, CCS2, 60, 2.02",
        "-12, -38.0011, CCS2, 60, 2.02",
        "-12, -38, CHAdeMO, 60, 2.02",
        "-12, -38, CCS2, 59.9, 2.02",
        "-12, -38, CCS2, 60, 2.03"
    })
    void whatIsFartherAwayOtherwiseOrDearerIsNone(
            double latitude, double longitude, String conector, double potencia, double preco) {
        insert(91, latitude, longitude, conector, potencia, preco);

        Resposta resposta = server.reservar(outro().build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(resposta.mensagem())
                .isEqualTo(
                        "O posto Central está ocupado nesse horário, e nenhum posto igual do mesmo local está livre");
        assertThat(resposta.postoId()).isEqualTo(1);
        assertThat(resposta.alternativas()).extracting(Posto::id).contains(4);
    }

    @Test
    void whoDoesNotSayItGetsThePointThatHeNamesOrNone() {
        insertEqual(91, -12.0001);

        Resposta resposta = server.reservar(
                deReserva().id("r-2").placa("BBB2222").janela(BEGIN, END).build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(resposta.mensagem()).isEqualTo("O posto Central está ocupado nesse horário");
        assertThat(resposta.alternativas()).extracting(Posto::id).startsWith(91);
    }

    @Test
    void aPointOutOfServiceIsReplacedAndReplacesNone() {
        server.emManutencao(4);
        insert(91, -13, -38, "CCS2", 150, 2.99);
        insert(92, -13, -38, "CCS2", 150, 2.99);
        server.emManutencao(91);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 92").update();

        Resposta refused = server.reservar(outro().posto(4).build());

        assertThat(refused.codigo()).isEqualTo(Codigo.POSTO_EM_MANUTENCAO);
        assertThat(refused.mensagem()).endsWith(", e nenhum posto igual do mesmo local está livre");

        jdbc.sql("UPDATE postos SET disponivel = TRUE WHERE id = 92").update();

        assertThat(server.reservar(outro().id("r-3").posto(4).build()).postoId())
                .isEqualTo(92);
    }

    @Test
    void aCarThatIsReservedElsewhereThenIsToldSo() {
        insertEqual(91, -12.0001);
        server.reservar(deReserva()
                .id("r-2")
                .placa("BBB2222")
                .posto(2)
                .janela(BEGIN, END)
                .build());

        Resposta resposta = server.reservar(outro().id("r-3").build());

        assertThat(resposta.codigo()).isEqualTo(Codigo.CARRO_JA_RESERVADO);
        assertThat(resposta.mensagem()).isEqualTo("O carro de placa BBB2222 já tem uma reserva nesse horário");
        assertThat(resposta.postoId()).isEqualTo(1);
        assertThat(resposta.alternativas()).isNull();
        assertThat(server.rows("reservas WHERE posto_id = 91")).isZero();
    }

    @Test
    void aRepetitionGetsTheSamePointAlsoWhenTheAskedOneHasBecomeFree() {
        insertEqual(91, -12.0001);
        ReservaRequest request = outro().build();
        Resposta first = server.reservar(request);

        jdbc.sql("DELETE FROM reservas WHERE id <> ?").param(first.reservaId()).update();

        assertThat(server.reservar(request)).isEqualTo(first);
        assertThat(first.postoId()).isEqualTo(91);
        assertThat(server.rows("reservas")).isOne();
    }

    @Test
    void toSayItIsAnotherRequestAndNotToSayItIsTheSameAsEver() {
        insertEqual(91, -12.0001);
        server.reservar(outro().build());

        Resposta other = server.reservar(
                deReserva().id("r-2").placa("BBB2222").janela(BEGIN, END).build());

        assertThat(other.codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
        // what a server of an older version has kept is still recognised
        assertThat(jdbc.sql("SELECT impressao FROM respostas WHERE request_id = 'r-1'")
                        .query(String.class)
                        .single())
                .isEqualTo(DigestUtils.sha256Hex("""
                        {"request_id":"r-1","server_id":"server7","carro":{"placa":"AAA1111","modelo":"BYD Dolphin",\
                        "capacidade_bateria":44.5,"nivel_bateria_atual":22.3,"taxa_descarga":0.19},"posto_id":1,\
                        "inicio":"2026-06-01T13:00:00Z","fim":"2026-06-01T14:00:00Z","pedido":"ReservaRequest"}"""));
    }

    /** Of another car, in the same window; any equal point will do. */
    private static UmPedido outro() {
        return deReserva().id("r-2").placa("BBB2222").janela(BEGIN, END).ouEquivalente();
    }
}
