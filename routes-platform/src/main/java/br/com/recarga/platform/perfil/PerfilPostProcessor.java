package br.com.recarga.platform.perfil;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Gives the settings what their profile says where nobody has said anything, and refuses those that contradict it. */
final class PerfilPostProcessor implements EnvironmentPostProcessor, Ordered {

    /** When all settings are there. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Perfil perfil = Perfil.de(environment);
        Map<String, Object> given = new HashMap<>(perfil.padroes());
        // compose gives what it has not been told as empty
        given.keySet().removeIf(setting -> StringUtils.hasText(environment.getProperty(setting)));
        given.putAll(perfil.impostos());
        environment.getPropertySources().addFirst(new MapPropertySource("perfil", given));
        perfil.conferir(environment);
    }
}
