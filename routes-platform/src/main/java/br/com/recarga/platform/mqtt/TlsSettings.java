package br.com.recarga.platform.mqtt;

import br.com.recarga.platform.perfil.PartidaRecusada;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * {@code recarga.mqtt.*} too: how connections to the broker are encrypted. Files are in PEM.
 *
 * @param tls whether they are, also where the broker's URL does not say so
 * @param ca the authorities by one of which the broker's certificate has to be signed; empty: the JDK's
 * @param certificado by which the broker knows us; empty: none
 * @param chave its private key, not encrypted
 */
@ConfigurationProperties("recarga.mqtt")
public record TlsSettings(
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String ca,
        @DefaultValue("") String certificado,
        @DefaultValue("") String chave) {

    /** What is not said otherwise. */
    static final TlsSettings NONE = new TlsSettings(false, "", "", "");

    private static final String CA = "RECARGA_MQTT_CA";
    private static final String CERTIFICADO = "RECARGA_MQTT_CERTIFICADO";
    private static final String CHAVE = "RECARGA_MQTT_CHAVE";

    /** The schemes that we take, and those of the connections that we make, in the clear and encrypted. */
    private static final Map<String, List<String>> SCHEMES = Map.of(
            "tcp", List.of("mqtt", "mqtts"),
            "mqtt", List.of("mqtt", "mqtts"),
            "ssl", List.of("mqtts", "mqtts"),
            "mqtts", List.of("mqtts", "mqtts"),
            "ws", List.of("ws", "wss"),
            "wss", List.of("wss", "wss"));

    /**
     * The broker's URL as Paho takes it.
     *
     * @throws PartidaRecusada if it begins with none of the schemes that we take
     */
    String url(String brokerUrl) {
        String[] parts = brokerUrl.split("://", 2);
        if (parts.length < 2 || !SCHEMES.containsKey(parts[0])) {
            throw new PartidaRecusada(
                    "O endereço do broker (recarga.mqtt.broker-url) começa com mqtt://, mqtts://, ws:// ou wss://.");
        }
        return SCHEMES.get(parts[0]).get(tls ? 1 : 0) + "://" + parts[1];
    }

    /** Whether a URL of {@link #url} is one of an encrypted connection. */
    static boolean isEncrypted(String url) {
        return url.startsWith("mqtts://") || url.startsWith("wss://");
    }

    /** @throws PartidaRecusada if there are files for TLS although it is not used */
    void refuseFiles() {
        Stream.of(Map.entry(CA, ca), Map.entry(CERTIFICADO, certificado), Map.entry(CHAVE, chave))
                .filter(file -> !file.getValue().isBlank())
                .findFirst()
                .ifPresent(file -> {
                    throw new PartidaRecusada(
                            "%s só vale com TLS: defina RECARGA_MQTT_TLS=true, ou tire-a.".formatted(file.getKey()));
                });
    }

    /** @throws PartidaRecusada if a file cannot be read, or is not what it should be */
    SSLContext context() {
        return SslBundle.of(new PemSslStoreBundle(own(), trusted())).createSslContext();
    }

    private PemSslStore own() {
        if (certificado.isBlank() != chave.isBlank()) {
            throw new PartidaRecusada("%s e %s só valem juntas: falta %s."
                    .formatted(CERTIFICADO, CHAVE, certificado.isBlank() ? CERTIFICADO : CHAVE));
        }
        return certificado.isBlank() ? null : PemSslStore.of(certificates(CERTIFICADO, certificado), key());
    }

    private PemSslStore trusted() {
        return ca.isBlank() ? null : PemSslStore.of(certificates(CA, ca), null);
    }

    private static List<X509Certificate> certificates(String setting, String file) {
        try {
            return load(setting, file).getCertificates();
        } catch (IllegalStateException unreadable) {
            throw new PartidaRecusada("%s: não há um certificado em PEM em %s.".formatted(setting, file));
        }
    }

    private PrivateKey key() {
        PrivateKey key;
        try {
            key = load(CHAVE, chave).getPrivateKey();
        } catch (IllegalStateException unreadable) {
            key = null;
        }
        if (key == null) {
            throw new PartidaRecusada("%s: não há uma chave em PEM, sem senha, em %s.".formatted(CHAVE, chave));
        }
        return key;
    }

    private static PemContent load(String setting, String file) {
        try {
            return PemContent.load(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new PartidaRecusada("%s: não dá para ler %s.".formatted(setting, file));
        }
    }
}
