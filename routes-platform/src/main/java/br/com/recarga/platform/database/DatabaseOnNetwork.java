package br.com.recarga.platform.database;

import br.com.recarga.platform.perfil.Perfil;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What lies in a database are plates, and where their cars will be: a closed profile sends them to one that shows who it is. */
final class DatabaseOnNetwork implements EnvironmentPostProcessor, Ordered {

    /** After the profile itself. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty("recarga.database-url");
        if (url == null) {
            return;
        }
        DatabaseUrl read;
        try {
            read = DatabaseUrl.parse(url);
        } catch (IllegalArgumentException none) {
            // whoever wants to work on it says so
            return;
        }
        check(read, DatabaseUrl.SETTING, environment);
    }

    /**
     * @param said what says where it is
     * @throws br.com.recarga.platform.perfil.PartidaRecusada if the profile does not let it be reached like this
     */
    static void check(DatabaseUrl url, String said, Environment settings) {
        Perfil perfil = Perfil.de(settings);
        if (perfil != Perfil.ABERTO && url.isReachedUnproven()) {
            perfil.recusar("pede TLS até o PostgreSQL: acrescente sslmode=verify-full a " + said
                    + ", e sslrootcert com o arquivo da CA que assinou o certificado dele");
        }
    }
}
