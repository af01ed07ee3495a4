package br.com.recarga.faltas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.faltas.Chamador.Resultado;
import br.com.recarga.faltas.historia.Acao;
import br.com.recarga.faltas.historia.Dita;
import br.com.recarga.faltas.historia.Historia;
import br.com.recarga.faltas.historia.Pedida;
import br.com.recarga.faltas.historia.Tentativa.Fim;
import br.com.recarga.faltas.historia.Vaga;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client answers, as the history has it. */
class ChamadorTest {

    private static final Vaga VAGA =
            new Vaga("server1", 5, Instant.parse("2026-12-10T10:00:00Z"), Instant.parse("2026-12-10T11:00:00Z"));
    private static final Pedida RESERVAR = new Pedida(Acao.RESERVAR, "k1", null, "FLT1A01", List.of(VAGA));

    @TempDir
    Path folder;

    private HttpServer client;
    private Registro registro;
    private Chamador chamador;
    private String asked;

    @BeforeEach
    void start() throws IOException {
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.start();
        registro = new Registro(folder.resolve("historia.jsonl"));
        chamador = new Chamador(new Relogio(), registro);
    }

    @AfterEach
    void stop() throws IOException {
        client.stop(0);
        registro.close();
    }

    @Test
    void aReservationIsWhatItSaysInAnyZone() {
        answers(200, """
                {"codigo":"OK","reserva_id":"server1-1","codigo_reserva":"abc","server_id":"server1","posto_id":5,"placa":"FLT1A01",
                 "inicio":"2026-12-10T07:00:00-03:00","fim":"2026-12-10T08:00:00-03:00","situacao":"CONFIRMADA"}""");

        Resultado told = call(RESERVAR);

        assertThat(told.codigo()).isEqualTo("abc");
        assertThat(told.tentativa().dita())
                .isEqualTo(new Dita(200, "OK", "CONFIRMADA", "server1-1", "FLT1A01", List.of(VAGA), null));
        assertThat(asked)
                .startsWith("POST /reservar k1 ")
                .contains("\"server_id\":\"server1\"", "\"posto_id\":5", "\"inicio\":\"2026-12-10T10:00:00Z\"");
    }

    @Test
    void aTripIsAllItsStops() {
        answers(200, """
                {"codigo":"OK","viagem_id":"v-1","codigo_reserva":"abc","situacao":"confirmada","paradas":[
                 {"server_id":"server1","posto_id":5,"inicio":"2026-12-10T07:00:00-03:00","fim":"2026-12-10T08:00:00-03:00",
                  "reserva_id":"server1-1"}]}""");

        Resultado told = call(new Pedida(Acao.VIAJAR, "k1", null, "FLT1A01", List.of(VAGA)));

        assertThat(told.tentativa().dita())
                .isEqualTo(new Dita(200, "OK", "confirmada", "v-1", null, List.of(VAGA), null));
        assertThat(told.definitivo()).isTrue();
    }

    @Test
    void aTripThatIsNotDecidedIsNoAnswerYet() {
        answers(202, "{\"codigo\":\"OK\",\"viagem_id\":\"v-1\",\"situacao\":\"em_andamento\",\"paradas\":[]}");

        assertThat(call(RESERVAR).definitivo()).isFalse();
    }

    @Test
    void aRefusalSpeaksOfNothingThatIsReserved() {
        answers(409, "{\"codigo\":\"POSTO_OCUPADO\",\"server_id\":\"server1\",\"posto_id\":5}");

        Resultado told = call(RESERVAR);

        assertThat(told.tentativa().dita()).isEqualTo(new Dita(409, "POSTO_OCUPADO", null, null, null, null, null));
        assertThat(told.definitivo()).isTrue();
        assertThat(told.feito()).isFalse();
    }

    @Test
    void anUncertainAnswerIsNone() {
        answers(504, "{\"codigo\":\"TEMPO_ESGOTADO\"}");

        assertThat(call(RESERVAR).definitivo()).isFalse();
    }

    @Test
    void whoIsSaidToBeAwayIsNamed() {
        answers(200, """
                {"servidores":[{"server_id":"server1","status":"online"},{"server_id":"server2","status":"offline"}]}""");

        assertThat(call(new Pedida(Acao.VER_SERVIDORES, null, null, null, null))
                        .tentativa()
                        .dita()
                        .foraDoAr())
                .containsExactly("server2");
    }

    @Test
    void aConnectionThatIsRefusedHasFallenAndAllIsWrittenDown() throws IOException {
        client.stop(0);

        Resultado told = call(RESERVAR);

        assertThat(told.tentativa().fim()).isEqualTo(Fim.CAIU);
        assertThat(told.definitivo()).isFalse();
        Historia historia = registro.historia();
        assertThat(historia.tentativas()).containsExactly(told.tentativa());
        registro.close();
        assertThat(Files.readAllLines(folder.resolve("historia.jsonl")))
                .singleElement()
                .asString()
                .contains("\"fim\":\"CAIU\"", "\"chave\":\"k1\"");
    }

    private Resultado call(Pedida pedida) {
        Participante one = new Participante(
                new Programa(folder, "cliente1", List.of(), Map.of()),
                client.getAddress().getPort(),
                null,
                null,
                false,
                Map.of());
        return chamador.call(one, pedida, null).join();
    }

    private void answers(int status, String body) {
        client.createContext("/", exchange -> {
            asked = "%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
