package br.com.recarga.e2e;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

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
    private final Set<String> originals = new HashSet<>();
    private Programa mosquitto;

    /**
     * @param users {@code s.server1} and the like; with a {@code *} behind it, a party that also speaks with the original's
     *     programs
     */
    BrokerMosquittoFechado(String... users) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Path.of("target"), "mosquitto").toAbsolutePath();
        segredos = folder.resolve("segredos");
        partes = new RecargaPartes(segredos);
        for (boolean originals : new boolean[] {false, true}) {
            List<String> these = Stream.of(users)
                    .filter(user -> user.endsWith("*") == originals)
                    .map(user -> user.replace("*", ""))
                    .toList();
            if (originals) {
                this.originals.addAll(these);
            }
            if (!these.isEmpty()) {
                partes(Stream.concat(
                                Stream.of(originals ? new String[] {"add", "--original"} : new String[] {"add"}),
                                these.stream())
                        .toArray(String[]::new));
            }
        }
        Files.writeString(
                configuration(),
                Files.readString(ROOT.resolve("mosquitto/com-original.conf"))
                        .replace("include_dir ", "include_dir " + ROOT + "/")
                        .replaceAll("(?m)^listener 8883$", "listener " + ports.get(0) + " 127.0.0.1")
                        .replaceAll("(?m)^listener 1883$", "listener " + ports.get(1) + " 127.0.0.1")
                        // as root, Mosquitto would drop to a user who cannot read the test's files
                        .concat("user " + System.getProperty("user.name") + "\n")
                        // what it refuses, too
                        .concat("log_type all\n"));
    }

    @Override
    public void start() throws IOException {
        mosquitto = Programa.start(BrokerMosquitto.PROGRAM, configuration(), log().toFile(), ports.get(0));
    }

    @Override
    public void stop() throws InterruptedException {
        if (mosquitto != null) {
            mosquitto.kill();
            mosquitto = null;
        }
    }

    /** Runs {@code bin/recarga-partes}; what it says. */
    String partes(String... arguments) throws IOException, InterruptedException {
        String said = partes.faz(arguments);
        administrator();
        return said;
    }

    /** Lets it read again who may take part. */
    void reload() throws IOException, InterruptedException {
        mosquitto.reload();
    }

    /** What it has said, and what it has refused. */
    Path log() {
        return folder.resolve("mosquitto.log");
    }

    @Override
    public Optional<String> senha(String user) {
        return Optional.of(user.equals(ADMIN) ? "senha-de-admin" : partes.senha(user));
    }

    @Override
    public int port(String user) {
        return ports.get(user.equals(ORIGINAL) ? 1 : 0);
    }

    @Override
    public Optional<SslBundle> tls(String user) {
        if (user.equals(ORIGINAL)) {
            return Optional.empty();
        }
        PemContent broker = pem("broker/broker.pem");
        return Optional.of(SslBundle.of(new PemSslStoreBundle(
                PemSslStore.of(
                        broker.getCertificates(), pem("broker/broker.key").getPrivateKey()),
                PemSslStore.of(pem("ca.pem").getCertificates(), null))));
    }

    @Override
    public Stream<String> conexao(String user, int port) {
        return Stream.concat(
                BrokerFechado.super.conexao(user, port).map(setting -> setting.replace("=tcp://", "=mqtts://")),
                Stream.of(
                        "--recarga.perfil=fechado",
                        "--server.address=127.0.0.1",
                        "--recarga.mqtt.ca=" + segredos.resolve("ca.pem")));
    }

    @Override
    public boolean refusesSubscriptions() {
        return false;
    }

    @Override
    public boolean comOriginais(String user) {
        return originals.contains(user);
    }

    private Path configuration() {
        return folder.resolve("mosquitto.conf");
    }

    private PemContent pem(String file) {
        try {
            return PemContent.load(segredos.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom the tool does not know, and leaves out. */
    private void administrator() throws IOException, InterruptedException {
        Path senhas = segredos.resolve("broker/senhas");
        if (Files.readString(senhas).contains("\n" + ADMIN + ":")) {
            return;
        }
        new ProcessBuilder(
                        "mosquitto_passwd",
                        "-b",
                        senhas.toString(),
                        ADMIN,
                        senha(ADMIN).orElseThrow())
                .inheritIO()
                .start()
                .waitFor();
        Files.writeString(
                segredos.resolve("broker/acl"), "\nuser " + ADMIN + "\ntopic readwrite #\n", StandardOpenOption.APPEND);
    }
}
