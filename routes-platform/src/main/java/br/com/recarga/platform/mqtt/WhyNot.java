package br.com.recarga.platform.mqtt;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why a broker was not reached or refuses, in words for whoever has to mend it. */
final class WhyNot {

    /** From here on to 0xFF a reason code of MQTT 5 says that something was refused. */
    private static final int REFUSED = 0x80;

    private static final int LAST = 0xFF;

    /** Which of its words arrive is a matter of chance: a broker says it after it has agreed on TLS, and hangs up. */
    private static final String NO_CERTIFICATE =
            "the broker hung up; does it ask for a certificate (RECARGA_MQTT_CERTIFICADO)?";

    private WhyNot() {}

    static boolean isRefused(int reasonCode) {
        return reasonCode >= REFUSED && reasonCode <= LAST;
    }

    /** Such as {@code Not authorized (0x87)}. */
    static String refused(int reasonCode) {
        return "%s (0x%02X)"
                .formatted(new MqttException(reasonCode).getMessage().replaceFirst("[.]$", ""), reasonCode);
    }

    /** @param encrypted whether the connection was to be */
    static String of(Throwable failure, boolean encrypted) {
        if (failure instanceof MqttException refusal && isRefused(refusal.getReasonCode())) {
            return refused(refusal.getReasonCode());
        }
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        Throwable root = causes.get(causes.size() - 1);
        if (root instanceof UnknownHostException) {
            return "no such host: " + root.getMessage();
        }
        if (is(causes, CertificateExpiredException.class) || is(causes, CertificateNotYetValidException.class)) {
            return "the broker's certificate is out of date: " + root.getMessage();
        }
        if (is(causes, CertPathBuilderException.class) || is(causes, CertPathValidatorException.class)) {
            return "the broker's certificate is signed by none of the authorities of RECARGA_MQTT_CA";
        }
        if (root instanceof CertificateException) {
            return "the broker's certificate is not for the host that it was reached at: " + root.getMessage();
        }
        if (is(causes, SSLException.class)) {
            return tls(root);
        }
        if (root instanceof EOFException || is(causes, "Connection reset", "Broken pipe", "Socket is closed")) {
            return encrypted ? NO_CERTIFICATE : "the broker hung up; does it speak TLS there (RECARGA_MQTT_TLS)?";
        }
        if (root instanceof SocketTimeoutException) {
            return encrypted ? "no answer; does the broker speak TLS there?" : "no answer";
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static String tls(Throwable root) {
        String said = String.valueOf(root.getMessage());
        if (said.startsWith("Unsupported or unrecognized SSL message")) {
            return "the broker does not speak TLS there";
        }
        if (said.endsWith("certificate_required")) {
            return NO_CERTIFICATE;
        }
        if (said.startsWith("Received fatal alert: ")) {
            return "the broker refuses us in TLS: " + said.substring(said.indexOf(": ") + 2);
        }
        return root instanceof SSLHandshakeException ? "no agreement on TLS: " + said : said;
    }

    private static boolean is(List<Throwable> causes, Class<?> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static boolean is(List<Throwable> causes, String... messages) {
        return causes.stream()
                .anyMatch(cause -> Stream.of(messages)
                        .anyMatch(message -> String.valueOf(cause.getMessage()).contains(message)));
    }
}
