package br.com.recarga.e2e.documentos;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Papel;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** One server and one client as they run, but for the broker, which is away: no document tells of it. */
final class Sistema {

    private static final String SENHA = "segredo-de-teste";

    /** The operator's, as a header has it. */
    static final String CREDENCIAL = basic("operador", SENHA);

    static final String CREDENCIAL_ERRADA = basic("operador", "outra");

    /** Of each role somebody, called after it. */
    private static final String PESSOAS = Stream.of(Papel.values())
            .map(papel -> "%s:%s:{bcrypt}%s"
                    .formatted(papel.nome(), papel.nome(), new BCryptPasswordEncoder(4).encode(SENHA)))
            .collect(Collectors.joining(" "));

    private static final ConfigurableApplicationContext SERVIDOR = start(
            ServerApplication.application(),
            "server1",
            // on both kinds of topics
            "--recarga.topicos=compartilhados",
            "--recarga.server-id=server1",
            "--recarga.postos-csv=../data/server1.csv",
            "--recarga.operador.senha=" + SENHA,
            "--recarga.operador.pessoas=" + PESSOAS);

    private static final ConfigurableApplicationContext CLIENTE = start(
            ClientApplication.application(),
            "client_servidor_1",
            "--recarga.topicos=compartilhados",
            "--recarga.client-id=client_servidor_1");

    private Sistema() {}

    /** Of somebody of this role, as a header has it. */
    static String credencial(Papel papel) {
        return basic(papel.nome(), SENHA);
    }

    private static String basic(String usuario, String senha) {
        return "Basic " + Base64.getEncoder().encodeToString((usuario + ":" + senha).getBytes(StandardCharsets.UTF_8));
    }

    static ModelCamelContext camelDoServidor() {
        return SERVIDOR.getBean(ModelCamelContext.class);
    }

    static ModelCamelContext camelDoCliente() {
        return CLIENTE.getBean(ModelCamelContext.class);
    }

    static int portaDoServidor() {
        return port(SERVIDOR, "server");
    }

    static int portaDoCliente() {
        return port(CLIENTE, "server");
    }

    static int portaDeGestaoDoServidor() {
        return port(SERVIDOR, "management");
    }

    static int portaDeGestaoDoCliente() {
        return port(CLIENTE, "management");
    }

    private static int port(ConfigurableApplicationContext application, String door) {
        return application.getEnvironment().getRequiredProperty("local.%s.port".formatted(door), Integer.class);
    }

    /** Ends with the tests' process. */
    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder application, String name, String... own) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "documentos");
            List<String> all = new ArrayList<>(List.of(own));
            all.addAll(List.of(
                    "--recarga.database-url=jdbc:sqlite:" + folder.resolve(name + ".db"),
                    "--server.port=0",
                    "--management.server.port=0",
                    "--hawtio.enabled=false",
                    "--recarga.mqtt.broker-url=tcp://127.0.0.1:"
                            + FreePorts.find(1).get(0),
                    "--recarga.mqtt.reconnect-delay=1h",
                    "--logging.level.root=warn"));
            return application.run(all.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
