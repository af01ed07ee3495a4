package br.com.recarga.terminal.rotas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.platform.autoconfigure.PlatformAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.component.jackson.springboot.JacksonDataFormatAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.endpointdsl.EndpointDslAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.StandardEnvironment;

/**
 * The gateway's routes that ask and reserve, each by the package that it lies in, and nothing that they do not need: a
 * command has to answer in a few seconds.
 */
@ImportAutoConfiguration({
    CamelAutoConfiguration.class,
    EndpointDslAutoConfiguration.class,
    JacksonDataFormatAutoConfiguration.class,
    PlatformAutoConfiguration.class
})
@EnableConfigurationProperties(ClientSettings.class)
@ComponentScan(
        basePackageClasses = {
            ClientSettings.class,
            PerguntarRoute.class,
            PedirPostosRoute.class,
            PedirReservaRoute.class,
            Servidores.class
        })
class RotasConfiguration {

    private static final int NOME = 12;
    private static final String USUARIO = "RECARGA_MQTT_USUARIO";
    private static final String DE_CLIENTE = "c.";

    static String[] argumentos(Diario diario) {
        List<String> argumentos = new ArrayList<>();
        argumentos.add("--recarga.client-id=" + clientId(new StandardEnvironment().getProperty(USUARIO, "")));
        argumentos.add("--camel.main.shutdown-timeout=1");
        argumentos.add("--camel.main.jmx-enabled=false");
        if (diario != null) {
            argumentos.add("--recarga.database-url=jdbc:sqlite:" + diario.banco());
            // the log of trips is open: it has the lock, or another terminal does
            argumentos.add("--recarga.trancar-diario=false");
            argumentos.add("--recarga.replicas=false");
            // nobody asks a terminal for its figures
            argumentos.add("--recarga.metricas=false");
            if (!diario.meu()) {
                argumentos.add("--camel.main.auto-startup-exclude-pattern=" + String.join(",", Diario.ROTAS));
            }
        }
        return argumentos.toArray(String[]::new);
    }

    /** Who this terminal is to the servers. */
    static String clientId(String usuario) {
        // a closed broker lets each client hear only what is said to it
        if (usuario.startsWith(DE_CLIENTE)) {
            return usuario.substring(DE_CLIENTE.length());
        }
        // nobody else's replies come here, not even those of another terminal of the same user
        return "terminal-" + UUID.randomUUID().toString().replace("-", "").substring(0, NOME);
    }
}
