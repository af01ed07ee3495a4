package br.com.recarga.client;

import br.com.recarga.client.aovivo.OuvirPontosRoute;
import br.com.recarga.client.aovivo.PulsarRoute;
import br.com.recarga.client.aovivo.VigiarBrokerRoute;
import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.postos.ProcurarCaladosRoute;
import br.com.recarga.client.reservas.Eventos;
import br.com.recarga.client.reservas.EventosRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.sagas.EstarRoute;
import br.com.recarga.client.sagas.RetomarSagasRoute;
import br.com.recarga.client.servidores.PerderServidoresRoute;
import br.com.recarga.client.servidores.PresencaRoute;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.client.vagas.ContarVagasRoute;
import br.com.recarga.client.vagas.EsquecerEsperasRoute;
import br.com.recarga.client.vagas.VigiarVagasRoute;
import br.com.recarga.client.viagens.EsquecerViagensRoute;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import br.com.recarga.testkit.ServerSentEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Message;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.MessageHelper;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/** The client's edges in tests: HTTP in front of it, the servers behind MQTT. */
public class ClientHarness implements CamelContextConfiguration {

    private static final String PRESENCE = "direct:mqtt-presenca";
    private static final String EVENTS = "direct:mqtt-eventos";
    private static final String POINTS = "direct:mqtt-ouvir-pontos";
    private static final String BROKER = "direct:tick-vigiar-broker";
    private static final String BEAT = "direct:tick-pulsar";
    private static final String LOSE = "direct:tick-perder-servidores";
    private static final String PROBE = "direct:tick-procurar-calados";
    private static final String GREET = "direct:tick-conhecer-servidores";
    private static final String FORGET = "direct:tick-esquecer-sagas";
    private static final String FORGET_TRIPS = "direct:tick-esquecer-viagens";
    private static final String LOOK_FOR_FREE = "direct:tick-vigiar-vagas";
    private static final String TELL_FREE = "direct:tick-contar-vagas";
    private static final String FORGET_WAITS = "direct:tick-esquecer-esperas";
    private static final String RESUME = "direct:tick-retomar-sagas";
    private static final String BE = "direct:tick-estar";
    private static final String REQUESTS = "mqtt-request:*";

    /** Without a log of the route before and after. */
    private static final boolean QUIETLY = false;

    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final Servidores servidores;
    private final TestRestTemplate http;
    private final Eventos eventos;
    private final JdbcClient jdbc;
    private final Object vistos;
    private final Object lugares;
    private final String clientId;

    ClientHarness(
            CamelContext camel,
            ProducerTemplate producer,
            Servidores servidores,
            TestRestTemplate http,
            Eventos eventos,
            JdbcClient jdbc,
            @Qualifier("pontosVistos") Object vistos,
            @Qualifier("lugaresDasParadas") Object lugares,
            MqttSettings mqtt,
            ClientSettings settings) {
        this.clientId = settings.clientId();
        this.camel = camel;
        this.producer = producer;
        this.servidores = servidores;
        this.http = http;
        this.eventos = eventos;
        this.jdbc = jdbc;
        this.vistos = vistos;
        this.lugares = lugares;
        // as if the broker that the tests replace were there: nothing is missing
        ReflectionTestUtils.setField(servidores, "connections", new MqttConnections(mqtt));
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        try {
            AdviceWith.adviceWith(context, PresencaRoute.ID, QUIETLY, route -> route.replaceFromWith(PRESENCE));
            AdviceWith.adviceWith(context, EventosRoute.ID, QUIETLY, route -> route.replaceFromWith(EVENTS));
            AdviceWith.adviceWith(context, OuvirPontosRoute.ID, QUIETLY, route -> route.replaceFromWith(POINTS));
            AdviceWith.adviceWith(context, VigiarBrokerRoute.ID, QUIETLY, route -> route.replaceFromWith(BROKER));
            AdviceWith.adviceWith(context, PerderServidoresRoute.ID, QUIETLY, route -> route.replaceFromWith(LOSE));
            AdviceWith.adviceWith(context, ProcurarCaladosRoute.ID, QUIETLY, route -> route.replaceFromWith(PROBE));
            AdviceWith.adviceWith(
                    context, ProcurarCaladosRoute.CONHECER, QUIETLY, route -> route.replaceFromWith(GREET));
            AdviceWith.adviceWith(context, PulsarRoute.ID, QUIETLY, route -> route.replaceFromWith(BEAT));
            AdviceWith.adviceWith(context, RetomarSagasRoute.ID, QUIETLY, route -> route.replaceFromWith(RESUME));
            AdviceWith.adviceWith(context, EstarRoute.ID, QUIETLY, route -> route.replaceFromWith(BE));
            AdviceWith.adviceWith(context, RetomarSagasRoute.ESQUECER, QUIETLY, route -> route.replaceFromWith(FORGET));
            AdviceWith.adviceWith(
                    context, EsquecerViagensRoute.ID, QUIETLY, route -> route.replaceFromWith(FORGET_TRIPS));
            AdviceWith.adviceWith(context, VigiarVagasRoute.ID, QUIETLY, route -> route.replaceFromWith(LOOK_FOR_FREE));
            AdviceWith.adviceWith(context, ContarVagasRoute.ID, QUIETLY, route -> route.replaceFromWith(TELL_FREE));
            AdviceWith.adviceWith(
                    context, EsquecerEsperasRoute.ID, QUIETLY, route -> route.replaceFromWith(FORGET_WAITS));
            for (String asking : List.of(
                    PedirReservaRoute.ID, PedirCancelamentoRoute.ID, PedirAlteracaoRoute.ID, PerguntarRoute.ID)) {
                AdviceWith.adviceWith(context, asking, QUIETLY, route -> route.mockEndpointsAndSkip(REQUESTS));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // started
    }

    /** A message on a topic of presence. */
    public void announce(String topic, String json) {
        producer.send(PRESENCE, exchange -> {
            exchange.getMessage().setBody(json.getBytes(StandardCharsets.UTF_8));
            exchange.getMessage().setHeader(PahoMqtt5Constants.MQTT_TOPIC, topic);
        });
    }

    /** A message on this client's topic of events. */
    public void event(byte[] json) {
        event(Topics.reservaEvento(clientId), json);
    }

    /** A message on any topic of events. */
    public void event(String topic, byte[] json) {
        producer.sendBodyAndHeader(EVENTS, json, PahoMqtt5Constants.MQTT_TOPIC, topic);
    }

    /** The same, as the broker had kept it. */
    public void keptEvent(byte[] json) {
        MqttMessage kept = new MqttMessage(json);
        kept.setRetained(true);
        producer.send(EVENTS, exchange -> {
            exchange.setIn(new PahoMqtt5Message(camel, kept));
            exchange.getMessage().setBody(json);
        });
    }

    /** A message on a topic of points, as the broker passes it on, or as it had kept it. */
    public void point(String topic, byte[] json, boolean retained) {
        MqttMessage mqtt = new MqttMessage(json);
        mqtt.setRetained(retained);
        producer.send(POINTS, exchange -> {
            PahoMqtt5Message message = new PahoMqtt5Message(camel, mqtt);
            message.setBody(json);
            message.setHeader(PahoMqtt5Constants.MQTT_TOPIC, topic);
            exchange.setIn(message);
        });
    }

    /** Lets the client look for its broker, as the timer does. */
    public void lookForBroker() {
        producer.sendBody(BROKER, null);
    }

    /** As the timer does. */
    public void beat() {
        producer.sendBody(BEAT, null);
    }

    /** Lets the client look who has not come back, as the timer does. */
    public void lookForLostServers() {
        producer.sendBody(LOSE, null);
    }

    /** Lets the client ask those again that were silent, as the timer does. */
    public void lookForSilentServers() {
        producer.sendBody(PROBE, null);
    }

    /** Lets the client ask those that are new to it, as the timer does. */
    public void lookForNewServers() {
        producer.sendBody(GREET, null);
    }

    /** A reader of what happens. */
    public ServerSentEvents listen() throws IOException, InterruptedException {
        return ServerSentEvents.open(URI.create(http.getRootUri() + "/eventos"));
    }

    public void online(String... serverIds) {
        for (String serverId : serverIds) {
            announce(serverId, "online", "2026-06-01T09:00:00-03:00");
        }
    }

    public void offline(String serverId) {
        announce(serverId, "offline", "2026-06-01T10:00:00-03:00");
    }

    private void announce(String serverId, String status, String timestamp) {
        announce(
                "servers/" + serverId + "/status",
                "{\"server_id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%s\"}".formatted(serverId, status, timestamp));
    }

    /** As the timer does, or a process that was started after another was killed. */
    public void resumeSagas() {
        producer.sendBody(RESUME, null);
    }

    /** As the timer does where there are replicas. */
    public void beThere() throws Exception {
        camel.getRouteController().startRoute(EstarRoute.ID);
        producer.sendBody(BE, null);
        camel.getRouteController().stopRoute(EstarRoute.ID);
    }

    /** As the timer does. */
    public void forgetSagas() {
        producer.sendBody(FORGET, null);
    }

    /** As the timer does. */
    public void forgetTrips() {
        producer.sendBody(FORGET_TRIPS, null);
    }

    /** Lets the client look which points were given back, and tell of them, as the timers do. */
    public void lookForFreePoints() {
        producer.sendBody(LOOK_FOR_FREE, null);
        producer.sendBody(TELL_FREE, null);
    }

    /** As the timer does. */
    public void forgetWaits() {
        producer.sendBody(FORGET_WAITS, null);
    }

    /** Lets the servers answer every request on this topic. */
    public void answer(String topic, Function<JsonNode, String> reply) {
        requests(topic).whenAnyExchangeReceived(exchange -> {
            String json = reply.apply(json(exchange));
            exchange.getMessage().setBody(json.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Lets each server answer or fail as it does. */
    public void serve(String topic, Map<String, Served> servers) {
        requests(topic).whenAnyExchangeReceived(exchange -> {
            JsonNode request = json(exchange);
            String json = servers.get(request.path("server_id").asText()).to(request);
            exchange.getMessage().setBody(json.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Lets every request on this topic fail. */
    public void fail(String topic, Exception failure) {
        requests(topic).whenAnyExchangeReceived(exchange -> {
            throw failure;
        });
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

    /** The requests that were published on this topic since the test began, without the deadline that each has. */
    public List<JsonNode> published(String topic) {
        return requests(topic).getReceivedExchanges().stream()
                .map(ClientHarness::json)
                .<JsonNode>map(request -> ((ObjectNode) request).without("prazo"))
                .toList();
    }

    /** All requests that were published since the test began. */
    public List<JsonNode> published() {
        return Stream.of(
                        Topics.POSTOS_REQUEST,
                        Topics.POSTOS_RESERVA,
                        Topics.POSTOS_CANCELAMENTO,
                        Topics.POSTOS_ALTERACAO,
                        Topics.RESERVAS_REQUEST)
                .flatMap(topic -> published(topic).stream())
                .toList();
    }

    public MockEndpoint requests(String topic) {
        return camel.getEndpoint("mock:" + MqttRequestComponent.mqttRequest(topic), MockEndpoint.class);
    }

    public ResponseEntity<JsonNode> get(String path, Object... variables) {
        return http.getForEntity(path, JsonNode.class, variables);
    }

    public ResponseEntity<JsonNode> post(String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    public ResponseEntity<JsonNode> post(String path, HttpHeaders headers, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    public ResponseEntity<JsonNode> post(String path, byte[] body, HttpHeaders headers) {
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
    }

    /** Of a path that is encoded already. */
    public ResponseEntity<JsonNode> getEncoded(String path) {
        return http.getForEntity(URI.create(http.getRootUri() + path), JsonNode.class);
    }

    /** @param json null: without a body */
    public ResponseEntity<JsonNode> send(String method, String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(path, HttpMethod.valueOf(method), new HttpEntity<>(json, headers), JsonNode.class);
    }

    public ResponseEntity<JsonNode> delete(String path, HttpHeaders headers, Object... variables) {
        return http.exchange(path, HttpMethod.DELETE, new HttpEntity<>(headers), JsonNode.class, variables);
    }

    public ResponseEntity<JsonNode> get(String path, HttpHeaders headers, Object... variables) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class, variables);
    }

    public ResponseEntity<JsonNode> patch(String path, HttpHeaders headers, String json, Object... variables) {
        HttpHeaders all = new HttpHeaders();
        all.addAll(headers);
        all.setContentType(MediaType.APPLICATION_JSON);
        return patchAs(path, all, json, variables);
    }

    /** Of the type that the headers declare. */
    public ResponseEntity<JsonNode> patchAs(String path, HttpHeaders headers, String body, Object... variables) {
        HttpEntity<byte[]> request = new HttpEntity<>(body.getBytes(StandardCharsets.UTF_8), headers);
        return http.exchange(path, HttpMethod.PATCH, request, JsonNode.class, variables);
    }

    private static JsonNode json(Exchange exchange) {
        try {
            MessageHelper.resetStreamCache(exchange.getMessage());
            return ContractJson.mapper().readTree(exchange.getMessage().getBody(byte[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void asNew() {
        MockEndpoint.resetMocks(camel);
        List.of("saga_passos", "sagas", "viagens", "processos", "esperas")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        ((Map<?, ?>) ReflectionTestUtils.getField(servidores, "anunciados")).clear();
        ((Map<?, ?>) ReflectionTestUtils.getField(servidores, "originais")).clear();
        Object disjuntores = ReflectionTestUtils.getField(servidores, "disjuntores");
        ((Map<?, ?>) ReflectionTestUtils.getField(disjuntores, "tratos")).clear();
        ((Map<?, ?>) ReflectionTestUtils.getField(servidores, "enviados")).clear();
        ((Map<?, ?>) ReflectionTestUtils.getField(vistos, "porTopico")).clear();
        ((Collection<?>) ReflectionTestUtils.getField(eventos, "eventos")).clear();
        ((Cache<?, ?>) ReflectionTestUtils.getField(lugares, "lugares")).invalidateAll();
    }

    /** What a server says to a request, if it does not fail. */
    @FunctionalInterface
    public interface Served {
        String to(JsonNode request) throws Exception;
    }

    /** Lets every test begin with no server announced and nothing published. */
    static class AsNew implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test)
                    .getBean(ClientHarness.class)
                    .asNew();
        }
    }
}
