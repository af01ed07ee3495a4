package br.com.recarga.client.sagas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinator that speaks as much of the LRA protocol over HTTP as camel-lra does: start, join, close, cancel, and the
 * calls of the participant. It remembers one saga, and nothing else of what a real one is for.
 */
final class CoordenadorLra implements AutoCloseable {

    private static final String HEADER = "Long-Running-Action";
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=(compensate|complete)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private String completion;
    private String compensation;

    CoordenadorLra() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/lra-coordinator", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it was told, and what it told the participant with which outcome, in order; then forgets that. */
    List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange request) throws IOException {
        String path = request.getRequestURI().getPath().replaceFirst("/lra-coordinator", "");
        try (request) {
            if (path.equals("/start")) {
                heard.add("start");
                request.getResponseHeaders().set("Location", url() + "/lra-coordinator/saga-1");
                request.sendResponseHeaders(201, -1);
                return;
            }
            switch (path) {
                case "/saga-1" -> join(request.getRequestHeaders().getFirst("Link"));
                case "/saga-1/close" -> end("close", completion);
                case "/saga-1/cancel" -> end("cancel", compensation);
                default -> throw new IOException("no such path: " + path);
            }
            request.sendResponseHeaders(200, -1);
        }
    }

    private void join(String links) {
        heard.add("join");
        Matcher link = LINK.matcher(links);
        while (link.find()) {
            if (link.group(2).equals("complete")) {
                completion = link.group(1);
            } else {
                compensation = link.group(1);
            }
        }
    }

    private void end(String how, String participant) throws IOException {
        heard.add(how);
        HttpRequest call = HttpRequest.newBuilder(URI.create(participant))
                .header(HEADER, url() + "/lra-coordinator/saga-1")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            heard.add(call.uri().getPath() + " "
                    + http.send(call, BodyHandlers.discarding()).statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
