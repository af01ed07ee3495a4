package br.com.recarga.faltas;

import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.faltas.historia.Acao;
import br.com.recarga.faltas.historia.Dita;
import br.com.recarga.faltas.historia.Pedida;
import br.com.recarga.faltas.historia.Tentativa;
import br.com.recarga.faltas.historia.Tentativa.Fim;
import br.com.recarga.faltas.historia.Vaga;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls a client as a driver's program does, and writes down what came of it. */
final class Chamador {

    /** Much longer than any promise: a call that takes so long hangs. */
    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private static final Map<String, Object> CAR = Map.of(
            "modelo", "BYD Dolphin", "capacidade_bateria", 44.9, "nivel_bateria_atual", 40.0, "taxa_descarga", 0.15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(GIVE_UP)
            .build();

    private final Relogio relogio;
    private final Registro registro;

    Chamador(Relogio relogio, Registro registro) {
        this.relogio = relogio;
        this.registro = registro;
    }

    /**
     * @param codigo of the reservation or trip that was answered; null if none was
     */
    record Resultado(Tentativa tentativa, String codigo) {

        boolean definitivo() {
            return tentativa.dita() != null && tentativa.dita().definitiva();
        }

        boolean feito() {
            return tentativa.dita() != null && tentativa.dita().feita();
        }
    }

    HttpClient http() {
        return http;
    }

    /**
     * @param codigo that shows whose the reservation or the trip is; null if there is none yet
     */
    CompletableFuture<Resultado> call(Participante client, Pedida pedida, String codigo) {
        HttpRequest request = request(client, pedida, codigo);
        long de = relogio.now();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> {
            long ate = relogio.now();
            JsonNode body = answer == null ? MissingNode.getInstance() : json(answer);
            Tentativa tentativa = new Tentativa(
                    pedida,
                    client.name(),
                    de,
                    ate,
                    fim(failure),
                    answer == null ? null : dita(pedida, answer.statusCode(), body));
            registro.add(tentativa);
            return new Resultado(tentativa, text(body, "codigo_reserva"));
        });
    }

    private static Fim fim(Throwable failure) {
        Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
        if (why == null) {
            return Fim.RESPONDIDA;
        }
        return why instanceof HttpTimeoutException ? Fim.CALOU : Fim.CAIU;
    }

    private static HttpRequest request(Participante client, Pedida pedida, String codigo) {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(GIVE_UP);
        if (pedida.chave() != null) {
            request.header("Idempotency-Key", pedida.chave());
        }
        if (codigo != null) {
            request.header(CodigoReserva.CABECALHO, codigo);
        }
        return switch (pedida.acao()) {
            case RESERVAR -> send(request, client, "POST", "/reservar", reservation(pedida));
            case ALTERAR ->
                send(
                        request,
                        client,
                        "PATCH",
                        "/reservas/" + pedida.sobre(),
                        Map.of(
                                "inicio", pedida.vagas().get(0).inicio(),
                                "fim", pedida.vagas().get(0).fim()));
            case CANCELAR ->
                request.uri(client.uri("/reservas/" + pedida.sobre())).DELETE().build();
            case VIAJAR -> send(request, client, "POST", "/viagens", trip(pedida));
            case CANCELAR_VIAGEM ->
                request.uri(client.uri("/viagens/" + pedida.sobre())).DELETE().build();
            case CONSULTAR ->
                request.uri(client.uri("/reservas/%s?server_id=%s"
                                .formatted(
                                        URLEncoder.encode(pedida.sobre(), StandardCharsets.UTF_8),
                                        pedida.vagas().get(0).servidor())))
                        .build();
            case VER_SERVIDORES -> request.uri(client.uri("/servidores")).build();
        };
    }

    private static HttpRequest send(
            HttpRequest.Builder request, Participante client, String method, String path, Object body) {
        return request.uri(client.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(ContractJson.write(body)))
                .build();
    }

    private static Map<String, Object> reservation(Pedida pedida) {
        Map<String, Object> body = stop(pedida.vagas().get(0));
        body.putAll(car(pedida));
        return body;
    }

    private static Map<String, Object> trip(Pedida pedida) {
        return Map.of(
                "carro",
                car(pedida),
                "paradas",
                pedida.vagas().stream().map(Chamador::stop).toList());
    }

    private static Map<String, Object> stop(Vaga vaga) {
        return new TreeMap<>(Map.of(
                "server_id", vaga.servidor(), "posto_id", vaga.posto(), "inicio", vaga.inicio(), "fim", vaga.fim()));
    }

    private static Map<String, Object> car(Pedida pedida) {
        Map<String, Object> car = new TreeMap<>(CAR);
        car.put("placa", pedida.placa());
        return car;
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException notOurs) {
            return MissingNode.getInstance();
        }
    }

    private static Dita dita(Pedida pedida, int status, JsonNode body) {
        String codigo = text(body, "codigo");
        String situacao = text(body, "situacao");
        boolean done = status < 300;
        String reference = !done ? null : text(body, body.has("viagem_id") ? "viagem_id" : "reserva_id");
        return new Dita(
                status,
                codigo,
                situacao,
                reference,
                done ? text(body, "placa") : null,
                done ? vagas(body) : null,
                pedida.acao() == Acao.VER_SERVIDORES && done ? away(body) : null);
    }

    private static List<Vaga> vagas(JsonNode body) {
        List<Vaga> vagas = new ArrayList<>();
        for (JsonNode one : body.has("paradas") ? body.get("paradas") : List.of(body)) {
            if (one.has("inicio") && one.has("fim")) {
                vagas.add(new Vaga(
                        one.path("server_id").asText(),
                        one.path("posto_id").asInt(),
                        OffsetDateTime.parse(one.path("inicio").asText()).toInstant(),
                        OffsetDateTime.parse(one.path("fim").asText()).toInstant()));
            }
        }
        return vagas.isEmpty() ? null : vagas;
    }

    private static List<String> away(JsonNode body) {
        List<String> away = new ArrayList<>();
        for (JsonNode server : body.path("servidores")) {
            if (server.path("status").asText().equals("offline")) {
                away.add(server.path("server_id").asText());
            }
        }
        return away;
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.get(field).asText() : null;
    }
}
