package br.com.recarga.local;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.platform.perfil.PartidaRecusada;
import br.com.recarga.platform.perfil.Perfil;
import br.com.recarga.platform.perfil.PerfilWarning;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts embedded broker, servers and clients, says where they are, ends them on Ctrl-C. */
public final class RecargaLocal {

    private static final String READY = """

            Recarga está no ar. Para encerrar, Ctrl-C.

              clientes    {clientes}
              servidores  {servidores}
              MQTT        mqtt://localhost:{mqtt}
              Hawtio      {hawtio}

            Experimente, em outro terminal: listar, reservar, e ver a segunda reserva recusada com alternativas.

              curl -s 'localhost:{cliente}/postos?server_id=server1'

              curl -s localhost:{cliente}/reservar -H 'Content-Type: application/json' -d '{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15,"posto_id":5,"server_id":"server1"}'

              curl -s localhost:{cliente}/reservar -H 'Content-Type: application/json' -d '{"placa":"XYZ9A88","modelo":"GWM Ora 03","capacidade_bateria":48.0,"nivel_bateria_atual":9.0,"taxa_descarga":0.16,"posto_id":5,"server_id":"server1"}'

            Cancelar, com o reserva_id e o codigo_reserva que a reserva devolveu (docs/passeio.md tem um passeio completo):

              curl -s -X DELETE localhost:{cliente}/reservas/RESERVA_ID -H 'X-Codigo-Reserva: CODIGO_RESERVA'
            """;

    /** How the operators whose points are in {@code data} call themselves here; any other is called by its id. */
    private static final Map<String, String> NOMES = Map.of(
            "s.server1", "Recarga Bahia",
            "s.server2", "Recarga Alagoas e Sergipe",
            "s.server3", "Recarga Pernambuco e Paraíba");

    private static final String CONSOLE_PASSWORD = "RECARGA_GESTAO_SENHA";

    private static final long READY_CHECK_MS = 50;

    private RecargaLocal() {}

    public static void main(String[] args) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        String contradiction = contradiction(environment);
        if (contradiction != null) {
            System.err.println(contradiction);
            System.exit(1);
        }
        LocalSettings settings = Binder.get(environment).bindOrCreate("recarga.local", LocalSettings.class);
        if (settings.ports().distinct().count() < settings.ports().count()) {
            System.err.println(
                    "Duas partes do sistema têm a mesma porta (veja --recarga.local.* em docs/operacao.md).");
            System.exit(1);
        }
        OptionalInt inUse = settings.ports().filter(port -> !isFree(port)).findFirst();
        if (inUse.isPresent()) {
            System.err.printf(
                    "A porta %d já está em uso. Encerre quem a usa ou escolha outra (veja --recarga.local.* em docs/operacao.md).%n",
                    inUse.getAsInt());
            System.exit(1);
        }
        // the others do not need it to start
        CompletableFuture<EmbeddedBroker> starting = CompletableFuture.supplyAsync(() -> broker(settings));
        SistemaLocal sistema;
        EmbeddedBroker broker;
        try {
            sistema = SistemaLocal.start(settings, party -> arguments(settings, party));
            broker = starting.join();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(RecargaLocal.class).error("The system did not start", e);
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sistema, broker), "encerrar"));
        while (!sistema.isReady()) {
            TimeUnit.MILLISECONDS.sleep(READY_CHECK_MS);
        }
        PerfilWarning.of(environment);
        System.out.println(ready(settings));
        Thread.currentThread().join();
    }

    private static Stream<String> arguments(LocalSettings settings, String party) {
        Stream<String> broker = Stream.of("--recarga.mqtt.broker-url=tcp://127.0.0.1:" + settings.mqttPort());
        String nome = NOMES.get(party);
        return nome == null
                ? broker
                : Stream.concat(
                        broker,
                        Stream.of(
                                "--recarga.nome=" + nome,
                                "--recarga.contato=plantao@%s.example".formatted(party.substring("s.".length()))));
    }

    private static EmbeddedBroker broker(LocalSettings settings) {
        try {
            return EmbeddedBroker.start(Set.of(settings.mqttPort()));
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker did not start", e);
        }
    }

    /** Once for all parts, before any of them says so for itself; null: none. */
    private static String contradiction(Environment environment) {
        try {
            Perfil perfil = Perfil.de(environment);
            perfil.conferir(environment);
            return perfil == Perfil.ABERTO
                    ? null
                    : "Tudo num só processo é sempre o perfil aberto: tire RECARGA_PERFIL, ou suba cada parte por si (docs/operacao.md).";
        } catch (PartidaRecusada refused) {
            return refused.getMessage();
        }
    }

    private static String ready(LocalSettings settings) {
        boolean console = settings.managementPort() > 0
                && !System.getenv().getOrDefault(CONSOLE_PASSWORD, "").isBlank();
        return READY.replace("{clientes}", urls(settings.clientPorts()))
                .replace("{servidores}", urls(settings.serverPorts()))
                .replace("{mqtt}", String.valueOf(settings.mqttPort()))
                .replace("{cliente}", String.valueOf(settings.clientPorts().get(0)))
                .replace(
                        "{hawtio}",
                        console
                                ? "http://localhost:%d/actuator/hawtio".formatted(settings.managementPort())
                                : "fechado; para abrir, defina " + CONSOLE_PASSWORD);
    }

    private static String urls(List<Integer> ports) {
        return ports.stream().map(port -> "http://localhost:" + port).collect(Collectors.joining("  "));
    }

    private static void stop(SistemaLocal sistema, EmbeddedBroker broker) {
        try {
            sistema.close();
            broker.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(RecargaLocal.class).warn("The embedded broker did not stop in good order", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // as Tomcat does: a port whose last connections are still closing counts as free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
