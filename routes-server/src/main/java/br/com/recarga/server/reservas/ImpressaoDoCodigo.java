package br.com.recarga.server.reservas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a database knows of the code that whoever reserved was given: enough to recognize it, and not to show it. A plain digest
 * does: a code is 80 random bits and no word of a person, so that nobody finds it by trying, however fast each try is, and two
 * codes are never the same, so that no salt is needed.
 */
public final class ImpressaoDoCodigo {

    private ImpressaoDoCodigo() {}

    /**
     * @param codigo null if none was shown
     * @return SHA-256 in hex, as in the column {@code codigo_reserva}; null if none was shown, which equals none
     */
    public static String de(String codigo) {
        return codigo == null ? null : DigestUtils.sha256Hex(codigo);
    }

    /** In the same time, however much of it is right. */
    static boolean confere(String impressao, String codigo) {
        return codigo != null && MessageDigest.isEqual(bytes(impressao), bytes(de(codigo)));
    }

    private static byte[] bytes(String impressao) {
        return impressao.getBytes(StandardCharsets.US_ASCII);
    }
}
