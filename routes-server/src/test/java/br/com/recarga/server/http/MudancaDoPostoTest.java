package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Mudanca;
import br.com.recarga.contract.Reserva;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change of a point means for those who have reserved it, told to them and, before and after, to its operator. */
@ServerTest
class MudancaDoPostoTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String POSTO = """
            {"nome":"Central","cidade":"Feira de Santana","uf":"BA","localizacao":"%s","potencia_maxima":%s,
             "tipo_conector":"%s","preco_kwh":9.99}""";
    private static final String CSV = """
            id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh
            1,Central,Feira de Santana,BA,-12,-38,60,Tipo 2,2.02
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    private Operador operador;
    private Resposta reserva;

    @BeforeEach
    void aReservation() {
        operador = Operador.at(port);
        reserva = server.reservar(deReserva()
                .janela(NOW.plus(HOUR), NOW.plus(HOUR.multipliedBy(2)))
                .build());
        // neither what is over nor what is elsewhere is touched
        Resposta cancelada = server.reservar(deReserva()
                .id("cancelada")
                .janela(NOW.plus(HOUR.multipliedBy(3)), NOW.plus(HOUR.multipliedBy(4)))
                .build());
        operador.send("DELETE", "/reservas/" + cancelada.reservaId(), null);
        server.reservar(deReserva()
                .id("noutro")
                .posto(2)
                .placa("XYZ9A87")
                .janela(NOW.plus(HOUR), NOW.plus(HOUR.multipliedBy(2)))
                .build());
    }

    /** Other tests know the points of their file only. */
    @AfterEach
    void asBefore() {
        jdbc.sql(
                        "UPDATE postos SET preco_kwh = 2.02, latitude = -12, longitude = -38, potencia_maxima = 60, tipo_conector = 'CCS2', nome = 'Central', cidade = 'Feira de Santana' WHERE id = 1")
                .update();
    }

    @ParameterizedTest(name = "{0} {1} kW {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-12.0000,-38.0000 | 60 | Tipo 2 | O conector do posto mudou de CCS2 para Tipo 2",
                "-12.0000,-38.0000 | 7.4 | CCS2 | A potência do posto diminuiu de 60 para 7,4 kW",
                "-12.0020,-38.0000 | 60 | CCS2 | O posto mudou de lugar",
                "-12.0004,-38.0000 | 60 | CCS2 |",
                "-12.0000,-38.0000 | 120 | CCS2 |"
            })
    void whoReservedIsToldWhenThePointIsNotWhatWasReserved(
            String lugar, String potencia, String conector, String aviso) {
        int before = server.published().size();

        Answer answer = operador.put("/pontos/1", POSTO.formatted(lugar, potencia, conector));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/tipo_conector")).isEqualTo(conector);
        assertThat(answer.text("/afetadas")).isEqualTo(aviso == null ? "0" : "1");
        assertThat(consultar().aviso()).isEqualTo(aviso);
        assertThat(consultar().situacao()).isEqualTo(Situacao.CONFIRMADA);
        assertThat(consultar().termos().precoKwh()).isEqualTo(2.02);
        assertThat(events(before)).isEqualTo(aviso == null ? List.of() : List.of(aviso));
    }

    @Test
    void whoReservedIsToldThatThePointIsSwitchedOffAndOnAgain() {
        int before = server.published().size();

        Answer off = operador.put("/pontos/1/disponibilidade", "{\"disponivel\":false}");
        String told = consultar().aviso();
        Answer again = operador.put("/pontos/1/disponibilidade", "{\"disponivel\":false}");
        server.hear("pontos/1/disponibilidade", "{\"ponto_id\":1,\"server_id\":\"server7\",\"disponivel\":true}");

        assertThat(off.text("/afetadas")).isEqualTo("1");
        assertThat(off.text("/canceladas")).isEqualTo("0");
        assertThat(again.text("/afetadas")).isEqualTo("0");
        assertThat(told).isEqualTo("O posto foi desligado pelo operador");
        assertThat(consultar().aviso()).isNull();
        assertThat(events(before))
                .containsExactly("O posto foi desligado pelo operador", "O posto voltou a ser o que foi reservado");
        assertThat(consultar().historico())
                .extracting(Mudanca::motivo)
                .endsWith("O posto foi desligado pelo operador", "O posto voltou a ser o que foi reservado");
    }

    @Test
    void whoReservedIsToldWhatComesByTelemetryOrByAFile() {
        server.hear("pontos/1/disponibilidade", "{\"ponto_id\":1,\"server_id\":\"server7\",\"disponivel\":false}");
        assertThat(consultar().aviso()).isEqualTo("O posto foi desligado pelo operador");

        operador.put("/pontos/1/disponibilidade", "{\"disponivel\":true}");
        Answer imported = operador.send("POST", "/pontos/importar", CSV, "Content-Type", "text/csv");
        assertThat(imported.text("/afetadas")).isEqualTo("1");
        assertThat(consultar().aviso()).isEqualTo("O conector do posto mudou de CCS2 para Tipo 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pontos/1", "/pontos/1/disponibilidade", "/pontos/1/manutencao", "/pontos/importar"})
    void whatIsOnlyTriedSaysHowManyItWouldTouchAndChangesNothing(String path) {
        int before = server.published().size();
        String postos = postos();

        Answer tried = mudar(path, "?simular=true");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("/afetadas")).isEqualTo("1");
        assertThat(postos()).isEqualTo(postos);
        assertThat(server.rows("manutencoes")).isZero();
        assertThat(consultar().situacao()).isEqualTo(Situacao.CONFIRMADA);
        assertThat(consultar().aviso()).isNull();
        assertThat(events(before)).isEmpty();

        Answer done = mudar(path, "");
        assertThat(done.text("/afetadas")).isEqualTo("1");
        assertThat(events(before)).hasSize(1);
    }

    private Answer mudar(String path, String query) {
        return switch (path) {
            case "/pontos/1" -> operador.put(path + query, POSTO.formatted("-12.0000,-38.0000", "60", "Tipo 2"));
            case "/pontos/1/disponibilidade" -> operador.put(path + query, "{\"disponivel\":false}");
            case "/pontos/1/manutencao" -> operador.put(path + query, "{\"em_manutencao\":true}");
            default -> operador.send("POST", path + query, CSV, "Content-Type", "text/csv");
        };
    }

    private Reserva consultar() {
        return server.ask(
                        Topics.RESERVAS_REQUEST,
                        new ReservasRequest(
                                "q-1",
                                "c-1",
                                "server7",
                                reserva.reservaId(),
                                null,
                                null,
                                null,
                                reserva.codigoReserva(),
                                null),
                        ReservasResponse.class)
                .reservas()
                .get(0);
    }

    private String postos() {
        return jdbc.sql(
                        "SELECT string_agg(id || tipo_conector || disponivel || preco_kwh, ',' ORDER BY id) FROM postos")
                .query(String.class)
                .single();
    }

    /** Why, since so many messages. */
    private List<String> events(int before) {
        return server.published().stream()
                .skip(before)
                .filter(message -> message.topic().endsWith("/reservas/evento"))
                .map(message -> message.text("motivo"))
                .toList();
    }
}
