package br.com.recarga.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of server-sent events, as a browser is one. */
public final class ServerSentEvents implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** @param data the lines of the event's data, joined */
    public record Event(String name, String data) {}

    private ServerSentEvents(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "server-sent-events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns when the answer has begun. */
    public static ServerSentEvents open(URI uri) throws IOException, InterruptedException {
        return open(CLIENT, uri);
    }

    /** The same by another client, such as one that believes in a certificate of its own. */
    public static ServerSentEvents open(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .build();
        return new ServerSentEvents(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    public HttpResponse<?> response() {
        return response;
    }

    /** All that have come so far, in their order. */
    public List<Event> events() {
        return events;
    }

    /** The data of those of one name. */
    public List<String> data(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    /** Whether the other side has ended the answer, or it was closed here. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(name, data.toString()));
                    name = "message";
                    data.setLength(0);
                }
            }
        } catch (IOException closed) {
            // as if it had ended
        } finally {
            ended = true;
        }
    }
}
