package br.com.recarga.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One connection of an HTTP caller who hides nothing that happens to it: no second try, no other connection. */
final class Conexao implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;

    Conexao(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** @param from which address of this machine */
    Conexao(int port, String from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer that says how long it is. */
    record Resposta(int status, String head) {

        boolean last() {
            return header("Connection").filter("close"::equals).isPresent();
        }

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }
    }

    /**
     * @param headers each a whole line
     * @return null if the connection ended without an answer
     */
    Resposta get(String path, String... headers) {
        try {
            ask(path, headers);
            return read();
        } catch (IOException gone) {
            return null;
        }
    }

    /** Whether an answer to this comes that is fine; it may have no end. */
    boolean begins(String path) {
        try {
            ask(path);
            return head().startsWith("HTTP/1.1 200");
        } catch (IOException gone) {
            return false;
        }
    }

    private void ask(String path, String... headers) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n");
    }

    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Resposta read() throws IOException {
        String head = head();
        if (head.isEmpty()) {
            return null;
        }
        if (head.toLowerCase().contains("transfer-encoding: chunked")) {
            skipChunks();
        } else {
            Matcher length = LENGTH.matcher(head);
            in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
        }
        return new Resposta(Integer.parseInt(head.substring(9, 12)), head);
    }

    /** Empty, if none comes. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void skipChunks() throws IOException {
        long size;
        do {
            size = Long.parseLong(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
