package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;

/**
 * A Mosquitto of this machine with the project's own closed configuration, the one with a listener for the original's programs,
 * and what {@code bin/recarga-partes} has written.
 */
final class BrokerMosquittoFechado implements BrokerFechado {

    private static final String ORIGINAL = "original";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final List<Integer> ports = FreePorts.find(2);
    private final Path folder;
    private final Path segredos;
    private final RecargaPartes partes;
    private Process process;

    /** @param folder of its own */
    BrokerMosquittoFechado(Path folder) {
        this.folder = folder;
        this.segredos = folder.resolve("segredos");
        this.partes = new RecargaPartes(segredos);
    }

    @Override
    public void start(String... users) throws Exception {
        Files.createDirectories(folder);
        for (String entry : users) {
            String user = entry.replace("*", "");
            partes(user.equals(entry) ? new String[] {"add", user} : new String[] {"add", "--original", user});
        }
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                Files.readString(ROOT.resolve("mosquitto/com-original.conf"))
                        .replace("include_dir ", "include_dir " + ROOT + "/")
                        .replaceAll("(?m)^listener 8883$", "listener " + ports.get(0) + " 127.0.0.1")
                        .replaceAll("(?m)^listener 1883$", "listener " + ports.get(1) + " 127.0.0.1")
                        // as root, Mosquitto would drop to a user who cannot read the test's files
                        .concat("user " + System.getProperty("user.name") + "\n")
                        // what it refuses, too
                        .concat("log_type all\n"));
        process = new ProcessBuilder(BrokerMosquitto.program().orElseThrow().toString(), "-c", configuration.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(this::accepts);
    }

    /** Runs {@code bin/recarga-partes}; what it says. */
    String partes(String... arguments) throws IOException, InterruptedException {
        String said = partes.faz(arguments);
        administrator();
        return said;
    }

    /** Lets it read again who may take part. */
    void reload() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** What it has said, and what it has refused. */
    Path log() {
        return folder.resolve("mosquitto.log");
    }

    /** By which its certificate is signed. */
    Path ca() {
        return segredos.resolve("ca.pem");
    }

    @Override
    public String senha(String user) {
        return user.equals(ADMIN) ? "senha-de-admin" : partes.senha(user);
    }

    @Override
    public int port(String user) {
        return ports.get(user.equals(ORIGINAL) ? 1 : 0);
    }

    @Override
    public Optional<TrustManagerFactory> tls(String user) {
        if (user.equals(ORIGINAL)) {
            return Optional.empty();
        }
        try (InputStream ca = Files.newInputStream(ca())) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(ca));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return Optional.of(trust);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean refusesSubscriptions() {
        return false;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Whom the tool does not know, and leaves out. */
    private void administrator() throws IOException, InterruptedException {
        Path senhas = segredos.resolve("broker/senhas");
        if (Files.readString(senhas).contains("\n" + ADMIN + ":")) {
            return;
        }
        new ProcessBuilder("mosquitto_passwd", "-b", senhas.toString(), ADMIN, senha(ADMIN))
                .inheritIO()
                .start()
                .waitFor();
        Files.writeString(
                segredos.resolve("broker/acl"), "\nuser " + ADMIN + "\ntopic readwrite #\n", StandardOpenOption.APPEND);
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(0))) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
