package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Especie;
import br.com.recarga.faltas.historia.Falta;
import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole system in processes of its own: Mosquitto, the servers, the clients, each behind a line of its own. */
final class Elenco implements AutoCloseable {

    /** For one call of a server; short, so that what is lost is soon asked again. */
    static final Duration PRAZO = Duration.ofSeconds(3);

    /** For a trip. */
    static final Duration ESPERA_VIAGEM = Duration.ofSeconds(10);

    private static final Path CONFIGURATION = Path.of("mosquitto/mosquitto.conf");

    /** For a start, on a machine that does other things too. */
    private static final long PATIENCE_MS = 600_000;

    private static final long POLL_MS = 100;

    /** Faults are no attack, and one car may have any number of reservations. */
    private static final Map<String, String> COMMON = Map.of(
            "RECARGA_PERFIL", "aberto",
            "RECARGA_LIMITES_LEITURAS", "100000000",
            "RECARGA_LIMITES_ESCRITAS", "100000000",
            "RECARGA_LIMITES_CONEXOES", "8192",
            "SERVER_ADDRESS", "127.0.0.1",
            "MQTT_BROKER", "127.0.0.1",
            "MANAGEMENT_SERVER_PORT", "-1");

    private final Path folder;
    private final int brokerPort;
    private final Programa broker;
    private final Map<String, Banco> servidores = new TreeMap<>();
    private final Map<String, Banco> clientes = new TreeMap<>();
    private final Map<String, Participante> participantes = new LinkedHashMap<>();
    private final Jars server;
    private final Jars client;

    /**
     * Starts nothing yet.
     *
     * @param folder of logs and databases
     * @param programs where the programs are laid out, for this and later campaigns
     */
    Elenco(Parte parte, Path folder, Path programs) throws IOException, InterruptedException {
        this.folder = folder.toAbsolutePath();
        Path mosquitto = Programa.find("mosquitto")
                .orElseThrow(() -> new CampanhaImpossivel(
                        "Falta o mosquitto: a campanha mata e recomeça o broker, que tem de ser um processo seu"));
        server = Jars.of("routes-server", programs);
        client = Jars.of("routes-client", programs);
        int processes = count(parte.servidores()) + count(parte.clientes());
        Iterator<Integer> ports = FreePorts.find(1 + 2 * processes).iterator();
        brokerPort = ports.next();
        broker = new Programa(
                this.folder,
                Falta.BROKER,
                List.of(mosquitto.toString(), "-c", configuration().toString()),
                Map.of());
        String campaign = String.valueOf(System.nanoTime());
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(parte.servidores()).entrySet()) {
            Banco banco = banco(parte, entry.getKey(), campaign);
            servidores.put(entry.getKey(), banco);
            for (String name : entry.getValue()) {
                add(
                        name,
                        banco,
                        true,
                        entry.getValue().size() > 1,
                        ports,
                        Map.of(
                                "SERVER_ID", entry.getKey(),
                                "RECARGA_COTAS_POR_PLACA", "0",
                                "RECARGA_COTAS_PRE_RESERVAS", "0",
                                "RECARGA_COTAS_DIAS_ADIANTE", "0",
                                "RECARGA_POSTOS_CSV",
                                        Path.of("data", entry.getKey() + ".csv")
                                                .toAbsolutePath()
                                                .toString()));
            }
        }
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(parte.clientes()).entrySet()) {
            Banco banco = banco(parte, entry.getKey(), campaign);
            clientes.put(entry.getKey(), banco);
            for (String name : entry.getValue()) {
                add(
                        name,
                        banco,
                        false,
                        entry.getValue().size() > 1,
                        ports,
                        Map.of(
                                "MQTT_CLIENT_ID",
                                entry.getKey(),
                                "RECARGA_PRAZO",
                                PRAZO.toSeconds() + "s",
                                "RECARGA_ESPERA_VIAGEM",
                                ESPERA_VIAGEM.toSeconds() + "s",
                                "RECARGA_PRE_RESERVA",
                                "15s"));
            }
        }
    }

    private static int count(Map<String, List<String>> processes) {
        return processes.values().stream().mapToInt(List::size).sum();
    }

    private Path configuration() throws IOException {
        if (!Files.isRegularFile(CONFIGURATION)) {
            throw new CampanhaImpossivel("Falta %s: a campanha corre na raiz do projeto".formatted(CONFIGURATION));
        }
        Path file = folder.resolve("mosquitto.conf");
        Files.writeString(
                file,
                Files.readString(CONFIGURATION)
                        .replaceAll("(?m)^listener 1883.*$", "listener " + brokerPort + " 127.0.0.1")
                        // as root, Mosquitto would drop to a user who cannot write its log
                        .concat("%nuser %s%n".formatted(System.getProperty("user.name"))));
        return file;
    }

    private Banco banco(Parte parte, String name, String campaign) {
        if (parte == Parte.SQLITE) {
            return Banco.sqlite(name, folder);
        }
        if (System.getProperty("os.arch").equals("aarch64")) {
            throw new CampanhaImpossivel("O PostgreSQL que vem com a campanha não existe para este processador:"
                    + " ARGS='--partes sqlite' faz a outra parte");
        }
        return Banco.postgresql(name, campaign);
    }

    private void add(
            String name,
            Banco banco,
            boolean isServer,
            boolean isReplica,
            Iterator<Integer> ports,
            Map<String, String> own)
            throws IOException {
        Linha linha = new Linha(ports.next(), brokerPort);
        int port = ports.next();
        Map<String, String> environment = new TreeMap<>(COMMON);
        environment.putAll(banco.environment());
        environment.putAll(own);
        environment.put("MQTT_PORT", String.valueOf(linha.port()));
        environment.put("SERVER_PORT", String.valueOf(port));
        if (isReplica) {
            environment.put("RECARGA_REPLICAS", "true");
        }
        Programa programa = new Programa(folder, name, (isServer ? server : client).command(), environment);
        participantes.put(name, new Participante(programa, port, linha, banco, isServer, environment));
    }

    /** Starts all, and returns when each serves. */
    void start(HttpClient http) throws IOException, InterruptedException {
        startBroker();
        keepClasses(http, true, server);
        keepClasses(http, false, client);
        // one replica makes the schema
        for (Participante one : participantes.values()) {
            one.programa().start();
        }
        for (Participante one : participantes.values()) {
            awaitReady(one, http);
        }
    }

    /** Of a first start of this version: it is ended at once, and the next ones are faster. */
    private void keepClasses(HttpClient http, boolean isServer, Jars jars) throws IOException, InterruptedException {
        if (jars.hasClasses()) {
            return;
        }
        System.out.println("Guardando as classes de " + (isServer ? "um servidor" : "um cliente")
                + " para que cada partida demore menos: só desta vez");
        Participante one = participantes.values().stream()
                .filter(p -> p.servidor() == isServer)
                .findFirst()
                .orElseThrow();
        try (Programa first = new Programa(folder, one.name(), jars.firstCommand(), one.environment())) {
            first.start();
            awaitReady(
                    new Participante(first, one.port(), one.linha(), one.banco(), isServer, one.environment()), http);
        }
    }

    /** Returns when it accepts connections. */
    void startBroker() throws IOException, InterruptedException {
        broker.start();
        for (long waited = 0; !accepts(brokerPort); waited += POLL_MS) {
            if (!broker.isAlive() || waited > PATIENCE_MS) {
                throw new CampanhaImpossivel("O mosquitto não ficou no ar: veja " + folder.resolve("broker.log"));
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Returns when it serves; a start that fails is begun again, as whoever runs a service has it done. */
    int awaitReady(Participante one, HttpClient http) throws IOException, InterruptedException {
        int again = 0;
        long begin = System.nanoTime();
        while (!one.ready(http)) {
            if ((System.nanoTime() - begin) / 1_000_000 > PATIENCE_MS) {
                throw new IllegalStateException(
                        "%s não ficou no ar: veja %s".formatted(one.name(), folder.resolve(one.name() + ".log")));
            }
            if (!one.programa().isAlive()) {
                again++;
                one.programa().start();
            }
            Thread.sleep(POLL_MS);
        }
        return again;
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    Programa broker() {
        return broker;
    }

    Participante participante(String name) {
        return participantes.get(name);
    }

    /** Those that drivers call. */
    List<Participante> clients() {
        return participantes.values().stream().filter(p -> !p.servidor()).toList();
    }

    List<Participante> all() {
        return List.copyOf(participantes.values());
    }

    Banco banco(String name) {
        return servidores.getOrDefault(name, clientes.get(name));
    }

    List<Banco> bancosDosServidores() {
        return List.copyOf(servidores.values());
    }

    List<Banco> bancosDosClientes() {
        return List.copyOf(clientes.values());
    }

    /** What each kind of fault may hit; none where this machine has no way. */
    Map<Especie, List<String>> alvos(Parte parte) {
        List<String> names = List.copyOf(participantes.keySet());
        List<String> bancos = new ArrayList<>(servidores.keySet());
        bancos.addAll(clientes.keySet());
        Map<Especie, List<String>> alvos = new TreeMap<>();
        for (Especie especie : parte.especies()) {
            alvos.put(
                    especie,
                    switch (especie) {
                        case DERRUBAR_BROKER -> List.of(Falta.BROKER);
                        case TRANCAR_BANCO, CORTAR_BANCO -> bancos;
                        case ENCHER_DISCO -> Programa.find("prlimit").isPresent() ? names : List.<String>of();
                        case MATAR, SUSPENDER, CORTAR_LINHA, CALAR_LINHA -> names;
                    });
        }
        return alvos;
    }

    /** Ends all, in good order. */
    @Override
    public void close() {
        participantes.values().parallelStream().forEach(one -> one.programa().close());
        broker.close();
        participantes.values().forEach(one -> {
            try {
                one.linha().close();
            } catch (IOException alreadyGone) {
                // which is what is wanted
            }
        });
    }

    /** Ends all at once. */
    void abandon() {
        participantes.values().forEach(one -> one.programa().abandon());
        broker.abandon();
    }
}
