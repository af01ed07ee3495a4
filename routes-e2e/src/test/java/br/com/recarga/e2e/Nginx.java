package br.com.recarga.e2e;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An nginx of this machine with the project's own example, on other ports and with a certificate that it signed itself. */
final class Nginx implements AutoCloseable {

    private static final String PROGRAM = "nginx";
    private static final Path EXAMPLE = Path.of("../nginx/recarga.conf");
    private static final char[] PASSWORD = "segredo-de-teste".toCharArray();
    private static final String ALIAS = "recarga";

    /** Debian's own paths belong to root. */
    private static final String REST = """
            daemon off;
            master_process off;
            pid {folder}/pid;
            error_log {folder}/error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path {folder}/body;
              proxy_temp_path {folder}/proxy;
              fastcgi_temp_path {folder}/fastcgi;
              uwsgi_temp_path {folder}/uwsgi;
              scgi_temp_path {folder}/scgi;
              {example}
            }
            """;

    private final Path folder;
    private final List<Integer> ports = FreePorts.find(3);
    private KeyStore keys;
    private Programa nginx;

    /** @param folder for all that it writes */
    Nginx(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Whether there is one; {@code RECARGA_EXIGE_NGINX=true} makes its absence a failure. */
    static boolean possivelOuExigido() {
        return Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_NGINX"))
                || Programa.find(PROGRAM).isPresent();
    }

    /** Before a client, a server and a management port, in this order. */
    void start(int client, int server, int management) throws IOException, GeneralSecurityException {
        keys = makeKeys();
        String example = Files.readString(EXAMPLE);
        for (Map.Entry<String, String> change : Map.of(
                        "/etc/nginx/recarga", folder + "/recarga",
                        "listen 8443", "listen 127.0.0.1:" + ports.get(0),
                        "listen 8444", "listen 127.0.0.1:" + ports.get(1),
                        "listen 8445", "listen 127.0.0.1:" + ports.get(2),
                        "127.0.0.1:8001", "127.0.0.1:" + client,
                        "127.0.0.1:9007", "127.0.0.1:" + server,
                        "127.0.0.1:9876", "127.0.0.1:" + management)
                .entrySet()) {
            if (!example.contains(change.getKey())) {
                throw new IllegalStateException("No " + change.getKey() + " in " + EXAMPLE);
            }
            example = example.replace(change.getKey(), change.getValue());
        }
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration, REST.replace("{folder}", folder.toString()).replace("{example}", example));
        nginx = Programa.start(
                PROGRAM, configuration, folder.resolve("nginx.log").toFile(), managementPort());
    }

    int clientPort() {
        return ports.get(0);
    }

    int serverPort() {
        return ports.get(1);
    }

    int managementPort() {
        return ports.get(2);
    }

    /** Believes in its certificate, and in no other. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
    }

    private KeyStore makeKeys() throws IOException, GeneralSecurityException {
        Path store = folder.resolve("recarga.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
        write("recarga.crt", "CERTIFICATE", made.getCertificate(ALIAS).getEncoded());
        write("recarga.key", "PRIVATE KEY", made.getKey(ALIAS, PASSWORD).getEncoded());
        return made;
    }

    private void write(String name, String kind, byte[] encoded) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        Files.writeString(
                folder.resolve(name), "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, lines));
    }
}
