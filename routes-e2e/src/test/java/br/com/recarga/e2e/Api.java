package br.com.recarga.e2e;

import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An HTTP caller of one port. */
final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        String codigo() {
            return body.path("codigo").asText();
        }
    }

    Answer get(String path) {
        return send(request(path).GET()).join();
    }

    /** Of whoever has the code of a reservation. */
    Answer get(String path, String codigo) {
        return send(request(path).header(CodigoReserva.CABECALHO, codigo).GET()).join();
    }

    Answer delete(String path, String codigo) {
        return send(request(path).header(CodigoReserva.CABECALHO, codigo).DELETE())
                .join();
    }

    /** The same of whoever shows these credentials. */
    Answer getWith(String path, String authorization) {
        return send(request(path).header("Authorization", authorization).GET()).join();
    }

    /** Of whoever shows these credentials. */
    Answer deleteWith(String path, String authorization) {
        return send(request(path).header("Authorization", authorization).DELETE())
                .join();
    }

    Answer patch(String path, String codigo, String body) {
        return send(request(path)
                        .header(CodigoReserva.CABECALHO, codigo)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body)))
                .join();
    }

    Answer patchWith(String path, String authorization, String body) {
        return send(request(path)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body)))
                .join();
    }

    Answer put(String path, String body, String... headers) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .headers(headers)
                        .PUT(BodyPublishers.ofString(body)))
                .join();
    }

    Answer reservar(String body, String... headers) {
        return reservarAsync(body, headers).join();
    }

    Answer post(String path, String body, String... headers) {
        return postAsync(path, body, headers).join();
    }

    CompletableFuture<Answer> viagemAsync(String body, String... headers) {
        return postAsync("/viagens", body, headers);
    }

    CompletableFuture<Answer> reservarAsync(String body, String... headers) {
        return postAsync("/reservar", body, headers);
    }

    private CompletableFuture<Answer> postAsync(String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    private static CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(Api::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), ContractJson.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
