package br.com.recarga.platform.perfil;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Says which variables that are named as ours nobody here reads: whoever mistypes one would rely on what it says. */
public final class VariaveisDesconhecidas implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(VariaveisDesconhecidas.class);

    private static final Pattern OURS = Pattern.compile("RECARGA_[A-Z0-9_]+");

    /** Of Compose and of the programs in {@code bin}, which have the shell in common with this process. */
    private static final Set<String> OF_THE_SHELL = Set.of(
            "RECARGA_BANCO_USUARIO",
            "RECARGA_BIND",
            "RECARGA_BIND_ORIGINAL",
            "RECARGA_BROKER_USUARIO",
            "RECARGA_GRAFANA_SENHA",
            "RECARGA_PARTES_GRUPO",
            "RECARGA_PREFIXO_PORTAS",
            "RECARGA_REDE_ENTRADA",
            "RECARGA_SEGREDOS",
            "RECARGA_TERMINAL_DIR",
            "RECARGA_TERMINAL_ESPERA");

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        ConfigurableApplicationContext context = started.getApplicationContext();
        Set<String> names =
                unknown(context.getEnvironment().getSystemEnvironment().keySet(), context);
        if (!names.isEmpty()) {
            LOG.warn(
                    "Este processo não lê {}: um nome errado, ou de outro programa (docs/operacao.md)",
                    String.join(", ", names));
        }
    }

    /** Their names, in order; never what they say. */
    static Set<String> unknown(Set<String> variables, ConfigurableApplicationContext context) {
        Set<String> unknown = new TreeSet<>(variables);
        unknown.removeIf(name -> !OURS.matcher(name).matches());
        unknown.removeAll(OF_THE_SHELL);
        unknown.removeAll(known(context));
        return unknown;
    }

    private static Set<String> known(ConfigurableApplicationContext context) {
        Stream<String> told = context.getEnvironment().getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Stream.of(source.getPropertyNames()).flatMap(name -> names(source, name)));
        Stream<String> ofProfiles = Stream.of(Perfil.values())
                .map(Perfil::padroes)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .flatMap(VariaveisDesconhecidas::spellings);
        Stream<String> bound = ConfigurationPropertiesBean.getAll(context).values().stream()
                .flatMap(bean -> components(
                        bean.getAnnotation().prefix(),
                        bean.asBindTarget().getType().resolve(Object.class)))
                .flatMap(VariaveisDesconhecidas::spellings);
        return Stream.of(told, ofProfiles, bound).flatMap(names -> names).collect(Collectors.toSet());
    }

    private static Stream<String> components(String prefix, Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(component -> prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()))
                : Stream.empty();
    }

    /** A setting's own, and those that its value asks for. */
    private static Stream<String> names(PropertySource<?> source, String setting) {
        return Stream.concat(
                spellings(setting),
                OURS.matcher(String.valueOf(source.getProperty(setting)))
                        .results()
                        .map(MatchResult::group));
    }

    /** As Spring reads a setting from the environment. */
    private static Stream<String> spellings(String setting) {
        String upper = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        return Stream.of(upper.replace("-", ""), upper.replace('-', '_'));
    }
}
