package br.com.recarga.server;

import br.com.recarga.platform.database.DatabaseCommand;
import br.com.recarga.platform.perfil.PerfilWarning;
import br.com.recarga.platform.perfil.VariaveisDesconhecidas;
import br.com.recarga.server.config.PedidosSettings;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.operadores.SenhaCommand;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Runs one operator's server, copies or moves its database, or makes an operator's line. Routes say {@code transacted()}; nothing here is
 * {@code @Transactional}, so nobody has to look for that in every class.
 */
@SpringBootApplication(exclude = TransactionAutoConfiguration.class)
@EnableConfigurationProperties({ServerSettings.class, PresencaSettings.class, PedidosSettings.class})
public class ServerApplication {

    /** {@code routes-server.properties}, so that a server and a client can share one class path. */
    public static final String CONFIG_NAME = "spring.config.name=routes-server";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        SenhaCommand.exitIfNamed(args);
        DatabaseCommand.exitIfNamed(CONFIG_NAME, args);
        application()
                .listeners(new PerfilWarning(), new VariaveisDesconhecidas())
                .run(args);
    }

    /** The application before it runs, for whoever embeds it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ServerApplication.class).properties(CONFIG_NAME);
    }
}
