package br.com.recarga.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may take part at a closed broker: users, how their passwords are checked, and what they may publish and hear. The same
 * parties with the same rights as at a closed Mosquitto, either those that {@code bin/recarga-partes} has written, or some
 * that live only in memory.
 */
public final class Partes {

    private static final Map<Character, String> PAPEIS =
            Map.of('s', "servidor", 'c', "cliente", 'k', "carro", 'o', "observador");
    private static final String ORIGINAL = "original";
    private static final String USER = "user ";

    private final Map<String, Predicate<String>> senhas = new HashMap<>();
    private final Map<String, Direitos> direitos = new HashMap<>();

    /** Nobody, so far. */
    public Partes() {}

    /**
     * Those for whom there are files. The original's programs, who have a port of their own at Mosquitto, come to the same one
     * as all others.
     *
     * @param folder {@code broker} below the folder of secrets, with Mosquitto's files {@code senhas}, {@code acl} and
     *     {@code senhas-original}, {@code acl-original}
     * @throws IOException if one of these cannot be read
     * @throws IllegalArgumentException if what stands there is not understood
     */
    public static Partes em(Path folder) throws IOException {
        Partes partes = new Partes();
        for (String file : List.of("senhas", "senhas-original")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                String[] entry = line.split(":", 2);
                partes.senhas.put(entry[0], hashed(entry[1]));
            }
        }
        for (String file : List.of("acl", "acl-original")) {
            Map<String, List<String>> acl = new HashMap<>();
            String user = "";
            for (String line : Files.readAllLines(folder.resolve(file))) {
                if (line.startsWith(USER)) {
                    user = line.substring(USER.length());
                } else {
                    acl.computeIfAbsent(user, key -> new ArrayList<>()).add(line);
                }
            }
            acl.forEach((who, lines) -> partes.direitos.put(who, Direitos.de(lines)));
        }
        return partes;
    }

    /**
     * One more party, with the rights of its role.
     *
     * @param user {@code s.{server_id}}, {@code c.{client_id}}, {@code k.{placa}}, {@code o.{nome}} or {@code original}
     */
    public Partes com(String user, String senha) {
        return com(user, senha, doPapel(papel(user), user));
    }

    /**
     * Lets a server or a client that is there also speak with the original's programs, on their topics.
     *
     * @param user {@code s.{server_id}} or {@code c.{client_id}}
     */
    public Partes comOriginais(String user) {
        direitos.computeIfPresent(
                user, (who, own) -> own.com(Direitos.de(doPapel(papel(user) + "-" + ORIGINAL, user))));
        return this;
    }

    /**
     * One more party, with rights of its own.
     *
     * @param acl as in Mosquitto's {@code acl_file}: {@code topic readwrite #}
     */
    public Partes com(String user, String senha, List<String> acl) {
        byte[] right = senha.getBytes(StandardCharsets.UTF_8);
        senhas.put(user, given -> MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8)));
        direitos.put(user, Direitos.de(acl));
        return this;
    }

    boolean autentica(String user, String senha) {
        return user != null
                && senha != null
                && senhas.getOrDefault(user, nobody -> false).test(senha);
    }

    /** What a user may; nothing, if there is none of that name. */
    Direitos direitos(String user) {
        return Optional.ofNullable(direitos.get(user)).orElse(new Direitos(List.of(), List.of()));
    }

    private static String papel(String user) {
        return user.equals(ORIGINAL) ? ORIGINAL : PAPEIS.get(user.charAt(0));
    }

    private static List<String> doPapel(String papel, String user) {
        String id = user.substring(user.indexOf('.') + 1);
        try (InputStream template = Partes.class.getResourceAsStream("papeis/" + papel + ".acl")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replace("{id}", id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code $7$iterations$salt$hash}, as {@code mosquitto_passwd} writes it: PBKDF2 with HMAC-SHA-512. */
    private static Predicate<String> hashed(String entry) {
        String[] parts = entry.split("\\$");
        if (parts.length != 5 || !parts[1].equals("7")) {
            throw new IllegalArgumentException("Not a password that mosquitto_passwd has hashed");
        }
        int iterations = Integer.parseInt(parts[2]);
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        byte[] hash = Base64.getDecoder().decode(parts[4]);
        return given -> {
            try {
                PBEKeySpec key = new PBEKeySpec(given.toCharArray(), salt, iterations, hash.length * Byte.SIZE);
                return MessageDigest.isEqual(
                        hash,
                        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                                .generateSecret(key)
                                .getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
