package br.com.recarga.server.mqtt;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.perfil.Perfil;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.replicas.Identidade;
import br.com.recarga.server.replicas.Replicas;
import br.com.recarga.server.reservas.ReservarRoute;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked and told on topics that name who speaks. */
@ServerTest
class TopicosPropriosTest {

    private static final String RESERVA = Topics.pedido("server7", "c-1", Operacao.RESERVAR);

    private static final String RESERVAR = """
            {"request_id":"r-1","client_id":"c-1","server_id":"server7",
             "carro":{"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,
                      "taxa_descarga":0.19},
             "posto_id":1}""";

    @Autowired
    private ServerSettings settings;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void whateverIsAskedIsAnsweredOnTheTopicOfWhoAsked(Operacao operacao) {
        server.receive(
                Topics.pedido("server7", "c-1", operacao),
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"}");

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("clients/c-1/respostas/server7/" + operacao.nivel());
        assertThat(reply.text("request_id")).isEqualTo("r-1");
        assertThat(reply.text("codigo")).isEqualTo(operacao == Operacao.LISTAR ? "OK" : "DADOS_INVALIDOS");
    }

    @Test
    void aPointIsReserved() {
        server.receive(RESERVA, RESERVAR);

        assertThat(server.reply().text("codigo")).isEqualTo("OK");
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client/c-2/postos/reserva/response",
                "clients/c-2/respostas/server7/reservar",
                "client/c-1/postos/reserva/response"
            })
    void theReplyGoesToWhoAskedWhateverResponseTopicIsNamed(String elsewhere) {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(elsewhere);
        properties.setCorrelationData("x-7".getBytes(StandardCharsets.UTF_8));

        server.receive(RESERVA, RESERVAR, properties);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("clients/c-1/respostas/server7/reservar");
        assertThat(reply.properties().getCorrelationData())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("x-7");
        assertThat(reply.properties().getResponseTopic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request_id\":\"r-1\",\"client_id\":\"c-2\",\"server_id\":\"server7\"}",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server8\"}",
                "{\"client_id\":\"c-2\",,,"
            })
    void aBodyThatNamesAnotherIsCountedAndForgotten(String forged) {
        long counted = server.exchanges(DescartarRoute.DIVERGENTES);
        long reserved = server.exchanges(ReservarRoute.ID);

        server.receive(RESERVA, forged);

        assertThat(server.exchanges(DescartarRoute.DIVERGENTES)).isEqualTo(counted + 1);
        assertThat(server.exchanges(ReservarRoute.ID)).isEqualTo(reserved);
        assertThat(server.published()).isEmpty();
    }

    @Test
    void aBodyThatNamesItsClientTwiceIsMalformed() {
        server.receive(RESERVA, RESERVAR.replace("\"posto_id\":1", "\"posto_id\":1,\"client_id\":\"c-2\""));

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("clients/c-1/respostas/server7/reservar");
        assertThat(reply.text("codigo")).isEqualTo("JSON_INVALIDO");
        assertThat(server.rows("reservas")).isZero();
    }

    @Test
    void whatTheBrokerHadKeptIsCountedAndForgotten() {
        long counted = server.exchanges(DescartarRoute.RETIDAS);

        server.receiveRetained(RESERVA, RESERVAR);

        assertThat(server.exchanges(DescartarRoute.RETIDAS)).isEqualTo(counted + 1);
        assertThat(server.rows("reservas")).isZero();
        assertThat(server.published()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsAnsweredToWhoAsked() {
        server.receive("servers/server7/pedidos/c-1/adivinhar", RESERVAR);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("clients/c-1/respostas/server7/adivinhar");
        assertThat(reply.text("codigo")).isEqualTo("DADOS_INVALIDOS");
    }

    @Test
    void aTopicThatNamesNobodyWhoCouldBeAnsweredIsCountedAndForgotten() {
        long counted = server.exchanges(DescartarRoute.ID);

        server.receive("servers/server7/pedidos/c 1/reservar", RESERVAR);

        assertThat(server.exchanges(DescartarRoute.ID)).isEqualTo(counted + 1);
        assertThat(server.rows("reservas")).isZero();
    }

    @Test
    void aTripIsItsClientsWhoeverElseKnowsItsId() {
        Parada parada = new Parada(1, at(60), at(120));
        OffsetDateTime expira = TestClock.NOW.plusSeconds(60).atOffset(ZoneOffset.UTC);
        PreReservaRequest hold =
                new PreReservaRequest("h", "c-1", "server7", carro(), "v-1", expira, List.of(parada), null);
        assertThat(ask("c-1", Operacao.PRE_RESERVAR, hold, Resposta.class).codigo())
                .isEqualTo(Codigo.OK);

        assertThat(ask("c-2", Operacao.CONSULTAR, consulta("c-2"), ReservasResponse.class)
                        .reservas())
                .isEmpty();
        Resposta cancelled = ask("c-2", Operacao.CANCELAR, cancelamento("c-2"), Resposta.class);
        Resposta confirmed =
                ask("c-2", Operacao.CONFIRMAR, new ConfirmacaoRequest("f-2", "c-2", "server7", "v-1"), Resposta.class);

        assertThat(cancelled.paradas()).isNullOrEmpty();
        assertThat(confirmed.codigo()).isEqualTo(Codigo.VIAGEM_INEXISTENTE);
        assertThat(ask(
                                "c-1",
                                Operacao.CONFIRMAR,
                                new ConfirmacaoRequest("f-1", "c-1", "server7", "v-1"),
                                Resposta.class)
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(ask("c-1", Operacao.CONSULTAR, consulta("c-1"), ReservasResponse.class)
                        .reservas())
                .hasSize(1);
        assertThat(ask("c-1", Operacao.CANCELAR, cancelamento("c-1"), Resposta.class)
                        .paradas())
                .hasSize(1);
    }

    private <T> T ask(String clientId, Operacao operacao, Pedido pedido, Class<T> answer) {
        return server.ask(Topics.pedido("server7", clientId, operacao), pedido, answer);
    }

    private static ReservasRequest consulta(String clientId) {
        return new ReservasRequest("q-" + clientId, clientId, "server7", null, null, null, "v-1", null, null);
    }

    private static CancelamentoRequest cancelamento(String clientId) {
        return new CancelamentoRequest("x-" + clientId, clientId, "server7", null, "v-1", null, null, null);
    }

    private static OffsetDateTime at(int minutes) {
        return TestClock.NOW.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    private static Carro carro() {
        return new Carro("ABC1D23", "BYD Dolphin", 44.5, 22.3, 0.19);
    }

    @Test
    void aCarTellsThisServerOfItself() {
        server.reservar(deReserva().placa("ABC1234").bateria(44.9, 22.4).build());

        server.hear(Topics.carroStatus("ABC1234", "server7"), "{\"placa\":\"abc-1234\",\"nivel_bateria\":20.5}");
        assertThat(nivel()).isEqualTo(20.5);
        server.hear(Topics.carroBateria("ABC1234", "server7"), "{\"placa\":\"ABC1234\",\"nivel_bateria\":8.2}");

        assertThat(nivel()).isEqualTo(8.2);
        assertThat(server.publishedBesides())
                .extracting(Published::topic)
                .containsExactly("carros/ABC1234/alerta/server7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"placa\":\"ABC1234\",\"nivel_bateria\":1}",
                "{\"placa\":\"XYZ1234\",\"server_id\":\"server8\",\"nivel_bateria\":1}"
            })
    void aCarTellsOfNoOther(String json) {
        server.reservar(deReserva().placa("ABC1234").bateria(44.9, 22.4).build());
        long counted = server.exchanges(DescartarRoute.DIVERGENTES);

        server.hear(Topics.carroBateria("XYZ1234", "server7"), json);

        assertThat(nivel()).isEqualTo(22.4);
        assertThat(server.exchanges(DescartarRoute.DIVERGENTES)).isEqualTo(counted + 1);
    }

    @Test
    void theServerHearsOnlyItsOwnTopicsIfItIsToldTo() {
        String mudancas = Stream.of("reservar", "alterar", "cancelar", "pre_reservar", "confirmar")
                .map("servers/server7/pedidos/+/%s"::formatted)
                .collect(Collectors.joining(","));

        assertThat(filtros(Topicos.PROPRIOS)).isEqualTo("servers/server7/status," + mudancas);
        assertThat(filtros(Topicos.COMPARTILHADOS)).isEqualTo("servers/server7/status,server/+/+," + mudancas);
    }

    private String filtros(Topicos topicos) {
        return new Filtros(
                        settings,
                        new PresencaSettings(topicos, Perfil.ABERTO, "", "", Duration.ofSeconds(15)),
                        Replicas.nenhuma())
                .pedidos();
    }

    @Test
    void ofWhatReplicasHearEachMessageComesToOneOfThemAndThePresenceToAll() {
        String filtros = new Filtros(
                        settings,
                        new PresencaSettings(Topicos.COMPARTILHADOS, Perfil.ABERTO, "", "", Duration.ofSeconds(15)),
                        Replicas.de(
                                new Identidade("todas", "2026-06-01T12:00:00Z", "segredo", "selado"),
                                "a",
                                Clock.systemUTC()))
                .consultas();

        assertThat(filtros)
                .startsWith("$share/todas/server/postos/request,")
                .contains(",$share/todas/servers/server7/pedidos/+/listar");
    }

    private double nivel() {
        return jdbc.sql("SELECT nivel_bateria_atual FROM carros")
                .query(Double.class)
                .single();
    }
}
