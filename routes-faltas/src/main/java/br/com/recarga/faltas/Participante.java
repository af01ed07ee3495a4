package br.com.recarga.faltas;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * A process of a server or of a client, with its line to the broker and its database.
 *
 * @param port where it answers by HTTP
 * @param environment with which it is started
 */
record Participante(
        Programa programa, int port, Linha linha, Banco banco, boolean servidor, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    String name() {
        return programa.name();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Whether it serves: it has its place at the broker, or can tell of those who have. */
    boolean ready(HttpClient http) throws InterruptedException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(uri(servidor ? "/status" : "/servidores"))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            JsonNode body = ContractJson.mapper().readTree(answer.body());
            return answer.statusCode() == 200
                    && (!servidor || body.path("mqtt_conectado").asBoolean());
        } catch (IOException notYet) {
            return false;
        }
    }
}
