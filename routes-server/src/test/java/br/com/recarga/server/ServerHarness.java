package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.avisos.PublicarRoute;
import br.com.recarga.server.mqtt.BaterRoute;
import br.com.recarga.server.mqtt.MandatoRoute;
import br.com.recarga.server.mqtt.OuvirInstanciaRoute;
import br.com.recarga.server.mqtt.PedidosRoute;
import br.com.recarga.server.mqtt.ResponderMenosRoute;
import br.com.recarga.server.mqtt.ResponderRoute;
import br.com.recarga.server.mqtt.TelemetriaRoute;
import br.com.recarga.server.postos.PublicarPostosRoute;
import br.com.recarga.server.privacidade.EsquecerPessoasRoute;
import br.com.recarga.server.reservas.ExpirarRoute;
import br.com.recarga.server.umavez.PodarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Message;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.MessageHelper;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The server's edges in tests: MQTT in and out, the database behind it. */
public class ServerHarness implements CamelContextConfiguration {

    private static final String MQTT_IN = "direct:mqtt-pedidos";
    private static final String MQTT_CONSULTAS = "direct:mqtt-consultas";
    private static final String MQTT_TELEMETRIA = "direct:mqtt-telemetria";
    private static final String MQTT_OUT = "mock:paho-mqtt5:client";
    private static final String BEFORE_STORING = "mock:antes-de-guardar";

    private static final String[] TABLES = {"TABLE"};

    /** Without a log of the route before and after. */
    private static final boolean QUIETLY = false;

    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TestClock clock;

    ServerHarness(
            CamelContext camel, ProducerTemplate producer, JdbcClient jdbc, DataSource database, TestClock clock) {
        this.camel = camel;
        this.producer = producer;
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        try {
            AdviceWith.adviceWith(context, PedidosRoute.ID, QUIETLY, route -> route.replaceFromWith(MQTT_IN));
            AdviceWith.adviceWith(
                    context, PedidosRoute.CONSULTAS, QUIETLY, route -> route.replaceFromWith(MQTT_CONSULTAS));
            AdviceWith.adviceWith(
                    context, TelemetriaRoute.ID, QUIETLY, route -> route.replaceFromWith(MQTT_TELEMETRIA));
            for (String publishes :
                    List.of(ResponderRoute.ID, ResponderMenosRoute.ID, PublicarRoute.ID, PublicarPostosRoute.ID)) {
                AdviceWith.adviceWith(context, publishes, QUIETLY, route -> route.mockEndpointsAndSkip("paho-mqtt5:*"));
            }
            for (String timed : List.of(
                    ExpirarRoute.ID,
                    PodarRoute.ID,
                    EsquecerPessoasRoute.ID,
                    PublicarPostosRoute.ID,
                    MandatoRoute.ID,
                    OuvirInstanciaRoute.VIGIAR,
                    BaterRoute.ID)) {
                AdviceWith.adviceWith(context, timed, QUIETLY, route -> route.replaceFromWith(tick(timed)));
            }
            AdviceWith.adviceWith(
                    context,
                    UmaVezRoute.GUARDAR,
                    QUIETLY,
                    route -> route.weaveById("resposta-guardar").before().to(BEFORE_STORING));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // started
    }

    /** A message from a peer that speaks MQTT 3.1.1. */
    public void receive(String topic, String json) {
        receive(topic, json.getBytes(StandardCharsets.UTF_8), null);
    }

    /** A message from a peer that speaks MQTT 5. */
    public void receive(String topic, String json, MqttProperties properties) {
        receive(topic, json.getBytes(StandardCharsets.UTF_8), properties);
    }

    /** Fails no test itself: what a message breaks is for the server to deal with. */
    public void receive(String topic, byte[] json, MqttProperties properties) {
        receive(MQTT_IN, topic, json, properties);
        // the broker passes what matches the filters of two connections to both
        if (Operacao.doTopico(topic).filter(Operacao::consulta).isPresent()) {
            receive(MQTT_CONSULTAS, topic, json, properties);
        }
    }

    private void receive(String connection, String topic, byte[] json, MqttProperties properties) {
        producer.send(connection, exchange -> fill(exchange, topic, json, properties));
    }

    /**
     * A request that changes something, heard as Paho's thread hears it, which does not wait for its answer.
     *
     * @return completed when it has been answered, or forgotten
     */
    public CompletableFuture<Exchange> receiveAndGoOn(String topic, String json, MqttProperties properties) {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        hear(MQTT_IN, exchange -> fill(exchange, topic, json.getBytes(StandardCharsets.UTF_8), properties), ended);
        return ended;
    }

    /** As Paho's thread does it, which waits only for what the route makes it wait for. */
    private Exchange hear(String connection, Consumer<Exchange> message, CompletableFuture<Exchange> ended) {
        Endpoint heard = camel.getEndpoint(connection);
        Exchange exchange = heard.createExchange();
        message.accept(exchange);
        try (AsyncProducer entrance = heard.createAsyncProducer()) {
            entrance.start();
            entrance.process(exchange, sync -> ended.complete(exchange));
            return exchange;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Exchange exchange, String topic, byte[] json, MqttProperties properties) {
        Message message = exchange.getMessage();
        message.setBody(json);
        message.setHeader(PahoMqtt5Constants.MQTT_TOPIC, topic);
        message.setHeader(PahoMqtt5Constants.MQTT_QOS, 1);
        if (properties != null) {
            message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, properties);
        }
    }

    /** Telemetry, which nobody may fail on: the exchange as the thread that hears it gets it back. */
    public Exchange hear(String topic, String json) {
        return hear(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #hear(String, String)}, of bytes that may be no text. */
    public Exchange hear(String topic, byte[] json) {
        return hear(MQTT_TELEMETRIA, exchange -> fill(exchange, topic, json, null), new CompletableFuture<>());
    }

    /** A request that the broker had kept. */
    public void receiveRetained(String topic, String json) {
        retained(MQTT_IN, topic, json);
    }

    /** Telemetry that the broker had kept. */
    public void hearRetained(String topic, String json) {
        retained(MQTT_TELEMETRIA, topic, json);
    }

    private void retained(String endpoint, String topic, String json) {
        MqttMessage kept = new MqttMessage(json.getBytes(StandardCharsets.UTF_8));
        kept.setRetained(true);
        producer.send(endpoint, exchange -> {
            PahoMqtt5Message message = new PahoMqtt5Message(camel, kept);
            message.setBody(kept.getPayload());
            message.setHeader(PahoMqtt5Constants.MQTT_TOPIC, topic);
            exchange.setIn(message);
        });
    }

    /** The names of all tables. */
    public List<String> tables() {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLES)) {
            List<String> names = new ArrayList<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the timer of a route fire. */
    public void fire(String routeId) {
        producer.sendBody(tick(routeId), null);
    }

    private static String tick(String routeId) {
        return "direct:tick-" + routeId;
    }

    /** All that was published since the test began, events and alerts as they go on the shared topics. */
    public List<Published> published() {
        return everything().filter(message -> !message.besides()).toList();
    }

    /** The same events and alerts on own topics. */
    public List<Published> publishedBesides() {
        return everything().filter(Published::besides).toList();
    }

    private Stream<Published> everything() {
        return mqttOut().getReceivedExchanges().stream().map(Published::of);
    }

    /** Whether the broker was told to keep what was published last. */
    public boolean lastRetained() {
        List<Exchange> exchanges = mqttOut().getReceivedExchanges();
        return exchanges
                .get(exchanges.size() - 1)
                .getMessage()
                .getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, false, Boolean.class);
    }

    /** The only message that was published. */
    public Published reply() {
        List<Published> published = published();
        assertThat(published).hasSize(1);
        return published.get(0);
    }

    /** Asks for a reservation over MQTT, and takes the answer. */
    public Resposta reservar(ReservaRequest request) {
        return ask(Topics.POSTOS_RESERVA, request, Resposta.class);
    }

    /** Asks over MQTT, and takes the answer. */
    public <T> T ask(String topic, Pedido request, Class<T> answer) {
        int before = published().size();
        try {
            receive(topic, ContractJson.mapper().writeValueAsString(request));
            List<Published> replies = published().subList(before, published().size());
            assertThat(replies).hasSize(1);
            return ContractJson.mapper().readValue(replies.get(0).body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where replies are published: a test can let it fail. */
    public MockEndpoint mqttOut() {
        return camel.getEndpoint(MQTT_OUT, MockEndpoint.class);
    }

    /** What happens in a reservation's transaction after everything else and before its answer is stored. */
    public MockEndpoint beforeStoring() {
        return camel.getEndpoint(BEFORE_STORING, MockEndpoint.class);
    }

    /** How many exchanges a route has taken so far. */
    public long exchanges(String routeId) {
        try {
            return camel.getCamelContextExtension()
                    .getContextPlugin(ManagedCamelContext.class)
                    .getManagedRoute(routeId)
                    .getExchangesTotal();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a point out of service, until the next test. */
    public void emManutencao(int postoId) {
        jdbc.sql("INSERT INTO manutencoes (posto_id, inicio) VALUES (?, '2000-01-01T00:00:00Z')")
                .param(postoId)
                .update();
    }

    public long rows(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    void asNew() {
        MockEndpoint.resetMocks(camel);
        clock.reset();
        List.of(
                        "carregamentos",
                        "manutencoes",
                        "viagens_canceladas",
                        "pedidos_negados",
                        "reservas",
                        "carros",
                        "respostas")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        // points as they were before the first test, whatever a test has made of them
        jdbc.sql("CREATE TABLE IF NOT EXISTS postos_do_arquivo AS SELECT * FROM postos")
                .update();
        jdbc.sql("DELETE FROM postos").update();
        jdbc.sql("INSERT INTO postos SELECT * FROM postos_do_arquivo").update();
    }

    /** Lets every test begin with no reservation, all points in service, and silent edges. */
    static class AsNew implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test)
                    .getBean(ServerHarness.class)
                    .asNew();
        }
    }

    /** A message that the server published. */
    public record Published(String topic, MqttProperties properties, byte[] body) {

        private boolean besides() {
            return topic != null
                    && (topic.matches("clients/[^/]+/eventos/.*") || topic.matches("carros/[^/]+/alerta/.*"));
        }

        static Published of(Exchange exchange) {
            MessageHelper.resetStreamCache(exchange.getMessage());
            return new Published(
                    exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, String.class),
                    exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, MqttProperties.class),
                    exchange.getMessage().getBody(byte[].class));
        }

        public JsonNode json() {
            try {
                return ContractJson.mapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text(String field) {
            return json().path(field).asText(null);
        }
    }
}
