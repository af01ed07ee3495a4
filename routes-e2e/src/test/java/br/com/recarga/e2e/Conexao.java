package br.com.recarga.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of an HTTP caller who hides nothing that happens to it: no second try, no other connection. */
final class Conexao implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;

    Conexao(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer that says how long it is. */
    record Resposta(int status, boolean last) {}

    /**
     * @return null if the connection ended without an answer
     */
    Resposta get(String path) {
        try {
            send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return read();
        } catch (IOException gone) {
            return null;
        }
    }

    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Resposta read() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        if (head.toString().toLowerCase().contains("transfer-encoding: chunked")) {
            skipChunks();
        } else {
            Matcher length = LENGTH.matcher(head);
            in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
        }
        return new Resposta(
                Integer.parseInt(head.substring(9, 12)),
                head.toString().toLowerCase().contains("\r\nconnection: close"));
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
