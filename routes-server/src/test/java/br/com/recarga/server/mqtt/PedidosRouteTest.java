package br.com.recarga.server.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PedidosRouteTest {

    private static final String POSTOS = "server/postos/request";
    private static final String RESERVA = "server/postos/reserva";

    private static final String LISTAR = """
            {"request_id":"r-1","client_id":"c-1","server_id":"server7"}""";
    private static final String RESERVAR = """
            {"request_id":"r-1","client_id":"c-1","server_id":"server7",
             "carro":{"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,
                      "taxa_descarga":0.19},
             "posto_id":1}""";

    @Autowired
    private ServerHarness server;

    @ParameterizedTest
    @ValueSource(strings = {POSTOS, RESERVA, "server/postos/cancelamento"})
    void aMessageToAnotherServerIsDroppedAndNothingBehindTheFilterRuns(String topic) {
        List<String> behind = List.of(ListarRoute.ID, ReservarRoute.ID, ResponderRoute.ID, DescartarRoute.ID);
        List<Long> before = behind.stream().map(server::exchanges).toList();
        long heard = server.exchanges(PedidosRoute.ID);

        server.receive(topic, RESERVAR.replace("server7", "server8"));
        // cannot be read as a whole, but says early enough that it is not for us
        server.receive(topic, "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server8\",,,");
        server.receive(topic, "{\"server_id\":\"server77\"}");
        server.receive(topic, "{\"server_id\":\"SERVER7\"}");

        assertThat(server.exchanges(PedidosRoute.ID)).isEqualTo(heard + 4);
        assertThat(behind.stream().map(server::exchanges).toList()).isEqualTo(before);
        assertThat(server.published()).isEmpty();
    }

    @Test
    void aRequestForPointsIsAnsweredWithPoints() {
        server.receive(POSTOS, LISTAR);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("client/c-1/postos/response");
        assertThat(reply.json().path("postos")).hasSize(8);
        assertThat(reply.text("request_id")).isEqualTo("r-1");
        assertThat(server.rows("respostas")).isZero();
    }

    @Test
    void aRequestForAReservationIsAnsweredWithAReservation() {
        server.receive(RESERVA, RESERVAR);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("client/c-1/postos/reserva/response");
        assertThat(reply.text("status")).isEqualTo("sucesso");
        assertThat(reply.text("reserva_id")).startsWith("server7-");
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "server/postos/outra, client/c-1/postos/outra/response",
        "server/outras/request, client/c-1/outras/response",
        "server/Postos/Request, client/c-1/Postos/Request/response",
        "server//, client/c-1///response"
    })
    void aTopicThatNobodyKnowsIsAnswered(String topic, String replyTopic) {
        server.receive(topic, LISTAR);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo(replyTopic);
        assertRefused(reply, "DADOS_INVALIDOS", "Este servidor não conhece esse tipo de pedido");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"carro\":{",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"} and more",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"posto_id\":NaN}",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"server_id\":\"server7\"}"
            })
    void malformedJsonIsAnsweredWhenItNamesClientAndServer(String json) {
        server.receive(RESERVA, json);

        Published reply = server.reply();
        assertThat(reply.topic()).isEqualTo("client/c-1/postos/reserva/response");
        assertRefused(reply, "JSON_INVALIDO", "O corpo não é um objeto JSON válido");
    }

    @Test
    void tooDeepNestingIsAnsweredAsMalformed() {
        String deep = "[".repeat(50) + "]".repeat(50);

        server.receive(RESERVA, LISTAR.replace("}", ",\"extra\":" + deep + "}"));

        assertRefused(server.reply(), "JSON_INVALIDO", "O corpo não é um objeto JSON válido");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "[{\"client_id\":\"c-1\",\"server_id\":\"server7\"}]",
                "\"server7\"",
                "{}",
                "{\"client_id\":\"c-1\",\"server_id\":",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\"}",
                "{\"request_id\":\"r-1\",\"server_id\":\"server7\"}",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":7}",
                "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":null}",
                "{\"request_id\":\"r-1\",\"client_id\":\"\",\"server_id\":\"server7\"}",
                "{\"request_id\":\"r-1\",\"client_id\":\"a/b\",\"server_id\":\"server7\"}",
                "{\"request_id\":\"r-1\",\"client_id\":\"#\",\"server_id\":\"server7\"}",
                "{\"extra\":{\"client_id\":\"c-1\",\"server_id\":\"server7\"}}"
            })
    void aMessageThatNamesNobodyToAnswerIsDiscardedAndCounted(String json) {
        long discarded = server.exchanges(DescartarRoute.ID);

        server.receive(RESERVA, json);

        assertThat(server.published()).isEmpty();
        assertThat(server.exchanges(DescartarRoute.ID)).isEqualTo(discarded + 1);
    }

    @Test
    void bytesThatAreNoTextAreDiscardedAndCounted() {
        long discarded = server.exchanges(DescartarRoute.ID);

        server.receive(RESERVA, new byte[] {(byte) 0xC3, 0x28, 0, 1, 2}, null);

        assertThat(server.published()).isEmpty();
        assertThat(server.exchanges(DescartarRoute.ID)).isEqualTo(discarded + 1);
    }

    @Test
    void aResponseTopicDoesNotMakeAMessageOursThatNamesNoServer() {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic("client/c-1/inbox");

        server.receive(RESERVA, "{\"client_id\":\"c-1\"}", properties);

        assertThat(server.published()).isEmpty();
    }

    @Test
    void theReplyGoesToTheResponseTopicWithTheCorrelationData() {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic("client/c-1/inbox/42");
        properties.setCorrelationData(new byte[] {0, -1, 7});

        server.receive(POSTOS, LISTAR, properties);

        assertThat(server.reply().topic()).isEqualTo("client/c-1/inbox/42");
        assertThat(server.reply().properties().getCorrelationData()).containsExactly(0, -1, 7);
    }

    @Test
    void aRefusalCarriesTheCorrelationDataToo() {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic("client/c-1/inbox");
        properties.setCorrelationData("abc".getBytes(StandardCharsets.US_ASCII));

        server.receive(RESERVA, LISTAR, properties);

        assertThat(server.reply().topic()).isEqualTo("client/c-1/inbox");
        assertThat(server.reply().properties().getCorrelationData()).asString().isEqualTo("abc");
    }

    @Test
    void aRequesterWhoseIdCannotBeATopicIsAnsweredOnItsResponseTopic() {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic("client/inbox");

        server.receive(POSTOS, LISTAR.replace("c-1", "a/b"), properties);

        assertThat(server.reply().topic()).isEqualTo("client/inbox");
        assertThat(invalidFields(server.reply())).containsExactly("client_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server/postos/reserva", "client/", "client", "clients/c-1", "$SYS/x"})
    void aResponseTopicThatIsNotBelowClientIsIgnored(String responseTopic) {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(responseTopic);
        properties.setCorrelationData(new byte[] {1});

        server.receive(POSTOS, LISTAR, properties);

        assertThat(server.reply().topic()).isEqualTo("client/c-1/postos/response");
        assertThat(server.reply().properties().getCorrelationData()).containsExactly(1);
    }

    @Test
    void theReplyHasFreshProperties() {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic("client/c-1/inbox");
        properties.setMessageExpiryInterval(5L);
        properties.setContentType("text/plain");
        properties.setUserProperties(List.of(new UserProperty("secret", "of the requester")));

        server.receive(POSTOS, LISTAR, properties);

        MqttProperties reply = server.reply().properties();
        assertThat(reply).isNotSameAs(properties);
        assertThat(reply.getResponseTopic()).isNull();
        assertThat(reply.getMessageExpiryInterval()).isNull();
        assertThat(reply.getContentType()).isNull();
        assertThat(reply.getUserProperties()).isEmpty();
        assertThat(reply.getCorrelationData()).isNull();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"posto_id\":1 | \"posto_id\":\"1\" | posto_id | deve ser um número inteiro",
                "\"posto_id\":1 | \"posto_id\":1.5 | posto_id | deve ser um número inteiro",
                "\"posto_id\":1 | \"posto_id\":99999999999 | posto_id | tem formato inválido",
                "44.5 | \"44.5\" | carro.capacidade_bateria | deve ser um número",
                "44.5 | true | carro.capacidade_bateria | deve ser um número",
                "\"ABC1234\" | 1234 | carro.placa | deve ser um texto",
                "\"posto_id\":1 | \"posto_id\":1,\"inicio\":1780000000 | inicio"
                        + " | 'deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00'",
                "\"posto_id\":1 | \"posto_id\":1,\"inicio\":\"2026-12-24T14:00:00\" | inicio"
                        + " | 'deve ser data e hora ISO-8601 com fuso, como 2026-12-24T14:00:00-03:00'"
            })
    void aFieldOfTheWrongTypeIsNamed(String valid, String mistyped, String campo, String mensagem) {
        server.receive(RESERVA, RESERVAR.replace(valid, mistyped));

        Published reply = server.reply();
        assertRefused(reply, "DADOS_INVALIDOS", "Há campos inválidos no pedido");
        assertThat(reply.json().path("erros")).hasSize(1);
        assertThat(reply.json().at("/erros/0/campo").asText()).isEqualTo(campo);
        assertThat(reply.json().at("/erros/0/mensagem").asText()).isEqualTo(mensagem);
        assertThat(server.rows("respostas")).isZero();
    }

    @Test
    void everyFieldThatIsInvalidIsNamed() {
        server.receive(RESERVA, """
                {"request_id":"r-1","client_id":"c-1","server_id":"server7",
                 "carro":{"placa":"","modelo":" ","capacidade_bateria":-1,"nivel_bateria_atual":"NaN",
                          "taxa_descarga":1e999},
                 "posto_id":0,"inicio":"2026-06-02T12:00:00Z","fim":"2026-06-02T11:00:00Z"}""");

        assertRefused(server.reply(), "DADOS_INVALIDOS", "Há campos inválidos no pedido");
        assertThat(invalidFields(server.reply()))
                .contains(
                        "carro.placa",
                        "carro.modelo",
                        "carro.capacidade_bateria",
                        "carro.nivel_bateria_atual",
                        "carro.taxa_descarga",
                        "posto_id",
                        "fim");
        assertThat(server.rows("respostas")).isZero();
    }

    @Test
    void aRequestThatIsTooLargeIsCountedAndForgottenAndOneThatJustFitsIsAnswered() {
        long counted = server.exchanges(DescartarRoute.GRANDES);
        String fits = RESERVAR + " ".repeat(64 * 1024 - RESERVAR.length());

        server.receive(RESERVA, fits + " ");
        assertThat(server.published()).isEmpty();
        assertThat(server.exchanges(DescartarRoute.GRANDES)).isEqualTo(counted + 1);

        server.receive(RESERVA, fits);
        assertThat(server.reply().text("codigo")).isEqualTo("OK");
    }

    @Test
    void aRequestWithoutAnIdIsAnsweredWithoutOne() {
        server.receive(RESERVA, RESERVAR.replace("\"request_id\":\"r-1\",", ""));

        assertThat(invalidFields(server.reply())).containsExactly("request_id");
        assertThat(server.reply().json().has("request_id")).isFalse();
        assertThat(server.rows("reservas")).isZero();
    }

    @Test
    void aRequestWithoutACarIsRefused() {
        server.receive(
                RESERVA, "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"posto_id\":1}");

        assertThat(invalidFields(server.reply())).containsExactly("carro");
    }

    @Test
    void unknownFieldsAreIgnored() {
        server.receive(RESERVA, RESERVAR.replace("\"posto_id\":1", "\"posto_id\":1,\"novo\":{\"a\":[1,2]}"));

        assertThat(server.reply().text("status")).isEqualTo("sucesso");
    }

    @Test
    void aReplyForWhichTheBrokerHasNoRoomIsPublishedAgain() {
        server.mqttOut().whenExchangeReceived(1, exchange -> {
            throw new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT);
        });

        server.receive(RESERVA, RESERVAR);

        List<Published> attempts = server.published();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(1).topic()).isEqualTo(attempts.get(0).topic());
        assertThat(attempts.get(1).body()).isEqualTo(attempts.get(0).body());
    }

    @Test
    void aReplyThatWasDecidedIsReplacedByNoOther() {
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
        });

        server.receive(RESERVA, RESERVAR);

        assertThat(server.published())
                .isNotEmpty()
                .allMatch(attempt -> attempt.text("status").equals("sucesso"));
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void aReplyThatCannotBePublishedStopsNobodyElse() {
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
        });
        server.receive(RESERVA, RESERVAR);
        server.mqttOut().reset();

        server.receive(RESERVA, RESERVAR);

        assertThat(server.reply().text("status")).isEqualTo("sucesso");
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void aListThatTheBrokerDoesNotTakeIsAnsweredByWhatToDo() {
        long counted = server.exchanges(ResponderMenosRoute.ID);
        takesNoLists();

        server.receive(
                Topics.POSTOS_REQUEST, "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"}");

        List<Published> attempts = server.published();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(1).topic()).isEqualTo(attempts.get(0).topic());
        assertRefused(
                attempts.get(1),
                "LIMITE_EXCEDIDO",
                "O pedido, ou a sua resposta, não cabe numa mensagem deste broker; peça menos de uma vez, e uma lista em partes");
        assertThat(server.exchanges(ResponderMenosRoute.ID)).isEqualTo(counted + 1);
    }

    /** Its request, repeated, would be told the same again. */
    @Test
    void whatWasDecidedStaysDecidedIfTheBrokerDoesNotTakeAllOfItsAnswer() {
        server.receive(RESERVA, RESERVAR);
        server.mqttOut().reset();
        takesNoLists();

        server.receive(RESERVA, RESERVAR.replace("r-1", "r-2").replace("ABC1234", "ABC1235"));

        List<Published> attempts = server.published();
        assertThat(attempts).hasSize(2);
        JsonNode told = attempts.get(1).json();
        assertThat(told.path("codigo").asText()).isEqualTo("POSTO_OCUPADO");
        assertThat(told.path("mensagem")).isEqualTo(attempts.get(0).json().path("mensagem"));
        assertThat(told.path("request_id").asText()).isEqualTo("r-2");
        assertThat(attempts.get(0).json().path("alternativas")).isNotEmpty();
        assertThat(told.has("alternativas")).isFalse();
    }

    @Test
    void anAnswerOfWhichTheBrokerTakesNothingIsCountedAsLost() {
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            throw new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
        });

        server.receive(RESERVA, RESERVAR);

        assertThat(server.published()).hasSize(2);
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    private void takesNoLists() {
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            if (exchange.getMessage().getBody(String.class).contains(":[{")) {
                throw new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
            }
        });
    }

    private static void assertRefused(Published reply, String codigo, String mensagem) {
        assertThat(reply.text("status")).isEqualTo("erro");
        assertThat(reply.text("codigo")).isEqualTo(codigo);
        assertThat(reply.text("mensagem")).isEqualTo(mensagem);
        assertThat(reply.text("request_id")).isEqualTo("r-1");
        assertThat(reply.text("server_id")).isEqualTo("server7");
    }

    private static List<String> invalidFields(Published reply) {
        return reply.json().path("erros").findValues("campo").stream()
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }
}
