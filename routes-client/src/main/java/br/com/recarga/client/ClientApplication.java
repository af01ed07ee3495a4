package br.com.recarga.client;

import br.com.recarga.client.aovivo.AoVivoSettings;
import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.platform.database.DatabaseCommand;
import br.com.recarga.platform.perfil.PerfilWarning;
import br.com.recarga.platform.perfil.VariaveisDesconhecidas;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Runs one HTTP gateway, or copies or moves its database. */
@SpringBootApplication(exclude = TransactionAutoConfiguration.class)
@EnableConfigurationProperties({ClientSettings.class, AoVivoSettings.class})
public class ClientApplication {

    /** {@code routes-client.properties}, so that a server and a client can share one class path. */
    public static final String CONFIG_NAME = "spring.config.name=routes-client";

    public static void main(String[] args) {
        DatabaseCommand.exitIfNamed(CONFIG_NAME, args);
        application()
                .listeners(new PerfilWarning(), new VariaveisDesconhecidas())
                .run(args);
    }

    /** The application before it runs, for whoever embeds it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ClientApplication.class).properties(CONFIG_NAME);
    }
}
