package br.com.recarga.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A reader of server-sent events, as a browser is one. */
public final class ServerSentEvents implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** @param data the lines of the event's data, joined */
    public record Event(String name, String data) {}

    private ServerSentEvents(HttpResponse<Stream<String>> response) {
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
        return new ServerSentEvents(client.send(request, HttpResponse.BodyHandlers.ofLines()));
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
    public void close() {
        response.body().close();
    }

    private void read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
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
        } catch (UncheckedIOException | IllegalStateException closed) {
            // as if it had ended; the latter if that was before anything was read
        } finally {
            ended = true;
        }
    }
}
