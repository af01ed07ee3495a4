package br.com.recarga.contract.documentos;

import static br.com.recarga.contract.documentos.Documento.DO_CLIENTE;
import static br.com.recarga.contract.documentos.Documento.DO_SERVIDOR;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.Topics;
import br.com.recarga.contract.TrocaDePostoRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI documents say what the code says: neither has a topic, a code or an example that the other has not. */
class AsyncApiTest {

    private static final Set<String> RETAINED = Set.of(Topics.SERVIDORES_STATUS, Topics.PONTOS_STATUS);

    /** Those that match the topics of several kinds of message. */
    private static final Set<String> FILTERS_OF_MANY =
            Set.of(Topics.PEDIDOS, Topics.CONSULTAS, Topics.CARROS, Topics.TELEMETRIA);

    /** Methods that make no topic, or one on which nobody talks to anybody else. */
    private static final Set<String> NO_TOPIC = Set.of(
            "repliesOf",
            "isReplyTopic",
            "isShared",
            "servidorDoStatus",
            "eco",
            "mudancasA",
            "consultasA",
            "respostasA",
            "eventosA",
            "carrosPara",
            "placaDo");

    /** Methods that make a topic of each operation. */
    private static final Set<String> OF_OPERATIONS = Set.of("replyTo", "pedido", "resposta");

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() throws Exception {
        Set<String> channels = DO_SERVIDOR
                .entries("/channels")
                .map(channel -> filter(channel.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(channels).isEqualTo(topics()).hasSameSizeAs(DO_SERVIDOR.at("/channels"));
        assertThat(DO_CLIENTE.entries("/channels").toList())
                .containsExactlyElementsOf(DO_SERVIDOR.entries("/channels").toList());
    }

    @Test
    void everyParameterOfAnAddressIsDescribed() {
        DO_SERVIDOR.entries("/channels").forEach(channel -> {
            String address = channel.getValue().path("address").asText();
            List<String> described = new ArrayList<>();
            channel.getValue().path("parameters").fieldNames().forEachRemaining(described::add);

            assertThat(described)
                    .as(address)
                    .containsExactlyElementsOf(Stream.of(address.split("/"))
                            .filter(level -> level.startsWith("{"))
                            .map(level -> level.substring(1, level.length() - 1))
                            .toList());
        });
    }

    @Test
    void whatOneSideSendsTheOtherReceives() {
        Map<String, String> servers = actions(DO_SERVIDOR);
        Map<String, String> everybodyElse = actions(DO_CLIENTE);

        assertThat(everybodyElse.keySet()).isEqualTo(servers.keySet());
        assertThat(servers)
                .allSatisfy((channel, action) -> assertThat(Set.of(action, everybodyElse.get(channel)))
                        .containsExactlyInAnyOrder("send", "receive"));
    }

    @Test
    void everyRequestIsAnsweredWhereItsReplyGoesAndNamesItsCorrelation() {
        for (Documento documento : List.of(DO_SERVIDOR, DO_CLIENTE)) {
            Map<String, String> answered = new HashMap<>();
            documento.entries("/operations").map(Map.Entry::getValue).forEach(operation -> {
                String address = address(documento, operation.path("channel"));
                if (operation.has("reply")) {
                    answered.put(address, address(documento, operation.at("/reply/channel")));
                    assertThat(correlated(documento, operation.path("messages")))
                            .isTrue();
                    assertThat(correlated(documento, operation.at("/reply/messages")))
                            .isTrue();
                }
            });

            Map<String, String> replies =
                    requests().collect(Collectors.toMap(topic -> topic, topic -> Topics.replyTo(topic, "{client_id}")));
            for (Operacao operacao : Operacao.values()) {
                replies.put(
                        Topics.pedido("{server_id}", "{client_id}", operacao),
                        Topics.resposta("{client_id}", "{server_id}", operacao.nivel()));
            }
            assertThat(answered).isEqualTo(replies);
        }
    }

    @Test
    void deliveryIsDescribedAsItIs() {
        for (Documento documento : List.of(DO_SERVIDOR, DO_CLIENTE)) {
            documento.entries("/operations").map(Map.Entry::getValue).forEach(operation -> {
                JsonNode mqtt = documento.follow(operation.path("bindings")).path("mqtt");
                String topic = filter(documento.follow(operation.path("channel")));

                assertThat(mqtt.path("qos").asInt(-1)).as(topic).isEqualTo(1);
                assertThat(mqtt.path("retain").asBoolean()).as(topic).isEqualTo(RETAINED.contains(topic));
                assertThat(mqtt.has("messageExpiryInterval"))
                        .as(topic)
                        .isEqualTo(documento == DO_CLIENTE && operation.has("reply"));
            });
        }
    }

    @Test
    void theLastWillIsThePresenceOfAServerThatHasGone() throws Exception {
        JsonNode will = DO_SERVIDOR.at("/servers/local/bindings/mqtt/lastWill");

        assertThat(will.path("topic").asText()).isEqualTo(Topics.servidorStatus("server1"));
        assertThat(will.path("retain").asBoolean()).isTrue();
        assertThat(will.path("qos").asInt()).isEqualTo(1);
        assertThat(ContractJson.mapper().readTree(will.path("message").asText()))
                .isEqualTo(ContractJson.mapper().readTree(Exemplo.SERVIDOR_STATUS_OFFLINE.bytes()));
    }

    @Test
    void everyCodeIsThereWithItsMeaningAndItsStatus() {
        JsonNode schema = DO_SERVIDOR.schema("Codigo");
        Map<String, Integer> statuses = new HashMap<>();
        schema.path("x-http")
                .properties()
                .forEach(entry -> statuses.put(entry.getKey(), entry.getValue().asInt()));

        assertThat(schema.path("enum"))
                .extracting(JsonNode::asText)
                .containsExactly(Stream.of(Codigo.values()).map(Codigo::name).toArray(String[]::new));
        assertThat(statuses)
                .isEqualTo(Stream.of(Codigo.values()).collect(Collectors.toMap(Codigo::name, Codigo::httpStatus)));
        assertThat(schema.path("x-textos").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(statuses.keySet());
        assertThat(schema.path("x-textos")).noneMatch(text -> text.asText().isBlank());
    }

    @Test
    void everyMessageHasAnExampleAndEveryExampleIsGolden() {
        DO_SERVIDOR.entries("/components/messages").forEach(message -> {
            assertThat(message.getValue().path("examples")).as(message.getKey()).isNotEmpty();
            message.getValue().path("examples").forEach(example -> {
                String name = example.path("name").asText();
                assertThat(Exemplo.valueOf(name).tipo().getSimpleName())
                        .as(name)
                        .isEqualTo(payload(message.getValue()));
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyGoldenExampleOfWhatGoesOverMqttIsThereAndValid(Exemplo exemplo) throws IOException {
        JsonNode golden = ContractJson.mapper().readTree(exemplo.bytes());
        List<JsonNode> shown = examples().getOrDefault(exemplo.name(), List.of());

        if (DO_SERVIDOR.hasSchema(exemplo.tipo().getSimpleName()) && goesOverMqtt(exemplo)) {
            assertThat(shown).as("the examples called %s", exemplo).containsExactly(golden);
            assertThat(DO_SERVIDOR.violations(exemplo.tipo().getSimpleName(), golden))
                    .isEmpty();
        } else {
            assertThat(shown).isEmpty();
            assertThat(exemplo.tipo())
                    .as("what is asked over MQTT, but for what only an operator asks, over HTTP")
                    .satisfiesAnyOf(
                            tipo -> assertThat(tipo).isEqualTo(TrocaDePostoRequest.class),
                            tipo -> assertThat(Pedido.class.isAssignableFrom(tipo))
                                    .isFalse());
        }
    }

    @ParameterizedTest(name = "{0} with {1} = {2}")
    @CsvSource({
        "RESERVA_REQUEST, /request_id, ''",
        "RESERVA_REQUEST, /server_id, a/b",
        "RESERVA_REQUEST, /inicio, amanhã",
        "RESERVA_REQUEST, /carro/placa, ABC",
        "RESERVA_REQUEST, /carro/modelo, ''",
        "PRE_RESERVA_REQUEST, /paradas, nenhuma",
        "RESERVA_RESPONSE_SUCESSO, /codigo, TALVEZ",
        "CARRO_BATERIA, /localizacao, aqui",
        "SERVIDOR_STATUS_ONLINE, /status, talvez"
    })
    void theSchemasRefuseWhatIsWrong(Exemplo exemplo, String pointer, String wrong) throws IOException {
        JsonNode message = ContractJson.mapper().readTree(exemplo.bytes());
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) message.at(pointer.substring(0, last))).put(pointer.substring(last + 1), wrong);

        assertThat(DO_SERVIDOR.violations(exemplo.tipo().getSimpleName(), message))
                .isNotEmpty();
    }

    /** A {@code Posto} by itself is shown over HTTP only. */
    private static boolean goesOverMqtt(Exemplo exemplo) {
        return DO_SERVIDOR
                .entries("/components/messages")
                .anyMatch(message ->
                        payload(message.getValue()).equals(exemplo.tipo().getSimpleName()));
    }

    private static Map<String, List<JsonNode>> examples() {
        return DO_SERVIDOR
                .entries("/components/messages")
                .flatMap(message -> Stream.of(message.getValue().path("examples")))
                .flatMap(examples -> examples.valueStream())
                .collect(Collectors.groupingBy(
                        example -> example.path("name").asText(),
                        Collectors.mapping(example -> example.path("payload"), Collectors.toList())));
    }

    private static String payload(JsonNode message) {
        return Documento.named(message.path("payload"));
    }

    /** From each channel that an operation uses to what it does there. */
    private static Map<String, String> actions(Documento documento) {
        return documento
                .entries("/operations")
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(
                        operation -> address(documento, operation.path("channel")),
                        operation -> operation.path("action").asText()));
    }

    private static String address(Documento documento, JsonNode channel) {
        return documento.follow(channel).path("address").asText();
    }

    private static boolean correlated(Documento documento, JsonNode messages) {
        return messages.valueStream()
                .map(documento::follow)
                .allMatch(message -> message.path("correlationId")
                        .path("$ref")
                        .asText()
                        .equals("#/components/correlationIds/requestId"));
    }

    /** The address of a channel as one subscribes to it. */
    private static String filter(JsonNode channel) {
        return channel.path("address").asText().replaceAll("\\{[a-z_]+}", "+");
    }

    private static Stream<String> requests() {
        return constants().filter(topic -> !topic.contains("+"));
    }

    private static Stream<String> constants() {
        return Stream.of(Topics.class.getFields())
                .map(AsyncApiTest::value)
                .filter(topic -> !FILTERS_OF_MANY.contains(topic));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every topic that {@link Topics} spells or makes, with a {@code +} for each of its variable levels. */
    private static Set<String> topics() throws ReflectiveOperationException {
        Set<String> topics = constants().collect(Collectors.toCollection(TreeSet::new));
        requests().map(topic -> Topics.replyTo(topic, "+")).forEach(topics::add);
        for (Operacao operacao : Operacao.values()) {
            topics.add(Topics.pedido("+", "+", operacao));
            topics.add(Topics.resposta("+", "+", operacao.nivel()));
        }
        for (Method method : Topics.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !NO_TOPIC.contains(method.getName())
                    && !OF_OPERATIONS.contains(method.getName())) {
                Object[] levels = Stream.of(method.getParameterTypes())
                        .map(type -> type == int.class ? (Object) 1 : "+")
                        .toArray();
                topics.add(((String) method.invoke(null, levels)).replace("/1/", "/+/"));
            }
        }
        return topics;
    }
}
