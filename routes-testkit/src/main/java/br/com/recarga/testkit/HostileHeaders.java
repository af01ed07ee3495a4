package br.com.recarga.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks all that an HTTP door documents, with headers that must not come back, and looks at those that do. */
public final class HostileHeaders {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET = "segredo-que-nao-volta";

    /** Nobody's in particular: it may be kept. */
    private static final String OF_EVERYBODY = "/carros";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<String> SENT =
            List.of("Set-Cookie", "Location", "Cookie", "Server", "X-Codigo-Reserva", "X-Segredo", "Retry-After");

    private final String base;
    private final String credential;

    /** @param credential the value of {@code Authorization} */
    public HostileHeaders(int port, String credential) {
        this.base = "http://127.0.0.1:" + port;
        this.credential = credential;
    }

    /** Every method and path of {@code /openapi.json}, and that itself, each with a value for what is variable in it. */
    public List<String> documented() throws IOException, InterruptedException {
        JsonNode document =
                new ObjectMapper().readTree(send("GET", "/openapi.json").body());
        List<String> all = new ArrayList<>(List.of("GET /openapi.json"));
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        all.add(method.toUpperCase() + " " + path.getKey().replaceAll("\\{[^}]*}", "1"));
                    }
                }));
        return all;
    }

    /** @param operation such as {@code GET /reservas} */
    public void assertAnsweredWithOurHeadersOnly(String operation) throws IOException, InterruptedException {
        String[] methodAndPath = operation.split(" ");
        HttpResponse<InputStream> answer = send(methodAndPath[0], methodAndPath[1]);
        answer.body().close();

        assertThat(answer.statusCode()).as(operation).isNotEqualTo(418);
        assertThat(answer.headers().map().toString()).as(operation).doesNotContain(SECRET);
        assertThat(answer.headers().map().keySet())
                .as(operation)
                .doesNotContain("server", "authorization", "set-cookie", "location", "x-powered-by")
                .noneMatch(name -> name.startsWith("camel"));
        assertProtected(answer);
    }

    /** That a browser is told what it must not do with this answer. */
    public static void assertProtected(HttpResponse<?> answer) {
        String where = answer.request().method() + " " + answer.uri() + " " + answer.statusCode();
        assertThat(answer.headers().allValues("X-Content-Type-Options"))
                .as(where)
                .containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).as(where).containsExactly("DENY");
        // Hawtio's own pages say the second
        assertThat(answer.headers().allValues("Referrer-Policy"))
                .as(where)
                .singleElement()
                .isIn("no-referrer", "strict-origin");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .as(where)
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().allValues("Cache-Control"))
                .as(where)
                .singleElement()
                .asString()
                .matches(answer.uri().getPath().equals(OF_EVERYBODY) ? "max-age=\\d+" : ".*no-(store|cache).*");
    }

    /** The body is for whoever wants it: one of events never ends. */
    private HttpResponse<InputStream> send(String method, String path) throws IOException, InterruptedException {
        boolean writes = !method.equals("GET") && !method.equals("DELETE");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, writes ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .header("Content-Type", "application/json")
                .header("Authorization", credential)
                .header("CamelHttpResponseCode", "418");
        SENT.forEach(name -> request.header(name, SECRET));
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }
}
