package br.com.recarga.server.http;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.server.ServerTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at the server's HTTP, with the operator's credential or without. */
final class Operador {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String credential;

    private Operador(int port, String credential) {
        this.port = port;
        this.credential = credential;
    }

    static Operador at(int port) {
        return new Operador(port, basic(ServerTest.OPERADOR, ServerTest.OPERADOR_SENHA));
    }

    static Operador ana(int port) {
        return new Operador(port, basic(ServerTest.PESSOA, ServerTest.PESSOA_SENHA));
    }

    static Operador nobody(int port) {
        return new Operador(port, null);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    /** @param headers names and values in turn */
    Answer send(String method, String path, String body, String... headers) {
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** With a body whose length the server does not know before it is there. */
    Answer sendInChunks(String method, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange(method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private Answer exchange(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (body.contentLength() != 0) {
            request.setHeader("Content-Type", "application/json");
        }
        if (credential != null) {
            request.setHeader("Authorization", credential);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            try {
                return ContractJson.mapper().readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText(null);
        }

        String codigo() {
            return text("/codigo");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
