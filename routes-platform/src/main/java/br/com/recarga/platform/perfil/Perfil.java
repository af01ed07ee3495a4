package br.com.recarga.platform.perfil;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** {@code recarga.perfil}: how closed a process is. */
public enum Perfil {

    /** Whoever reaches a port may do everything, so nobody reaches one from another machine; said at each start. */
    ABERTO(Map.of(
            "server.address",
            "127.0.0.1",
            "management.server.address",
            "127.0.0.1",
            "recarga.proxies",
            "127.0.0.1,::1",
            // whoever comes is on this machine and may do everything; measuring must not run into them
            "recarga.limites.leituras",
            "10000000",
            "recarga.limites.escritas",
            "10000000",
            "recarga.limites.conexoes",
            "8192",
            "recarga.limites.fluxos",
            "5000",
            "recarga.limites.senhas",
            "1000")) {

        @Override
        public void conferir(Environment settings) {
            Stream.of("server.address", "management.server.address")
                    .filter(setting -> !ehDestaMaquina(settings.getProperty(setting)))
                    .findFirst()
                    .ifPresent(setting ->
                            recusar("só ouve em 127.0.0.1, e %s (%s) é %s: tire-o, ou escolha RECARGA_PERFIL=fechado"
                                    .formatted(setting, variavel(setting), settings.getProperty(setting))));
        }
    },

    /** TLS to a broker that knows each party by its password, and lets it say and hear only what is its own. */
    FECHADO(Fechados.PADROES) {

        @Override
        public void conferir(Environment settings) {
            exigir(settings, "recarga.mqtt.usuario", "o usuário desta parte no broker");
            exigir(settings, "recarga.mqtt.senha", "a senha desta parte no broker");
            exigirTls(settings);
        }
    },

    /** As {@link #FECHADO}, but the broker knows each party by its certificate. */
    CERTIFICADOS(Fechados.PADROES) {

        @Override
        Map<String, String> impostos() {
            return Map.of("recarga.mqtt.usuario", "", "recarga.mqtt.senha", "");
        }

        @Override
        public void conferir(Environment settings) {
            exigir(settings, "recarga.mqtt.certificado", "o arquivo PEM do certificado desta parte");
            exigir(settings, "recarga.mqtt.chave", "o arquivo PEM da chave desta parte");
            exigirTls(settings);
        }
    };

    private static final String SETTING = "recarga.perfil";

    private final Map<String, String> padroes;

    Perfil(Map<String, String> padroes) {
        this.padroes = padroes;
    }

    /**
     * The profile that the settings name; {@link #ABERTO} if they name none.
     *
     * @throws PartidaRecusada if there is no such profile
     */
    public static Perfil de(Environment settings) {
        String nome = settings.getProperty(SETTING, "");
        return nome.isBlank()
                ? ABERTO
                : Stream.of(values())
                        .filter(perfil -> perfil.nome().equals(nome.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new PartidaRecusada(
                                "RECARGA_PERFIL não pode ser \"%s\": escolha aberto, fechado ou certificados."
                                        .formatted(nome)));
    }

    /** As it is written in settings. */
    public String nome() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a setting is that nobody has given. */
    Map<String, String> padroes() {
        return padroes;
    }

    /** What a setting is, whatever anybody has given. */
    Map<String, String> impostos() {
        return Map.of();
    }

    /** @throws PartidaRecusada if the settings contradict this profile */
    public abstract void conferir(Environment settings);

    final void exigir(Environment settings, String setting, String oQue) {
        if (!StringUtils.hasText(settings.getProperty(setting))) {
            recusar("pede %s: defina %s".formatted(oQue, variavel(setting)));
        }
    }

    final void exigirTls(Environment settings) {
        boolean tls =
                Binder.get(settings).bind("recarga.mqtt.tls", Boolean.class).orElse(false);
        String broker = settings.getProperty("recarga.mqtt.broker-url", "");
        if (!tls && !broker.matches("(?i)(mqtts|ssl|wss)://.*")) {
            recusar("pede TLS até o broker: defina RECARGA_MQTT_TLS=true");
        }
    }

    /**
     * @param porque goes on after the profile's name
     * @throws PartidaRecusada always
     */
    public final void recusar(String porque) {
        throw new PartidaRecusada("O perfil %s %s (docs/operacao.md).".formatted(nome(), porque));
    }

    private static String variavel(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** What the closed profiles have in common. */
    private static final class Fechados {

        static final Map<String, String> PADROES = Map.of(
                "recarga.topicos",
                "proprios",
                "recarga.swagger",
                "false",
                "recarga.cotas.por-placa",
                "3",
                "recarga.cotas.pre-reservas",
                "1",
                "recarga.cotas.dias-adiante",
                "14");
    }

    private static boolean ehDestaMaquina(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
