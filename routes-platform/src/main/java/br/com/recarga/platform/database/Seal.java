package br.com.recarga.platform.database;

import br.com.recarga.platform.perfil.PartidaRecusada;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what a database has to give back word for word, and nobody else is to read in it, such as an answer with the code of a
 * reservation. The key lies in a file beside the database and in no copy of it, so that whoever gets hold of a copy, or of the
 * database alone, reads none of it. AES-256-GCM; bound to its context, so that nothing can be moved to another row.
 */
public final class Seal {

    /** Which neither JSON nor a code begins with: what a former version has left in the clear can be told from what is closed. */
    private static final String MARK = "selado:";

    private static final String KEY_FILE = ".chave";
    private static final String AES = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** With the key beside the database, made if there is none; of one in memory, with one that ends with the process. */
    public static Seal of(DatabaseUrl url) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return new Seal(url.file().isPresent() ? kept(url.file().get(), fresh) : fresh);
    }

    /** Where the key of a database that is a file lies. */
    static Path besides(Path database) {
        return database.resolveSibling(database.getFileName() + KEY_FILE);
    }

    /**
     * Whether this is the key beside a database that is a file.
     *
     * @return empty if there is none
     */
    Optional<Boolean> isBeside(Path database) throws IOException {
        Path file = besides(database);
        return Files.exists(file) && Files.size(file) > 0
                ? Optional.of(Arrays.equals(Files.readAllBytes(file), key.getEncoded()))
                : Optional.empty();
    }

    /** Lays the key beside a database that is a file, unless one is there. */
    void layBeside(Path database) throws IOException {
        kept(database, key.getEncoded());
    }

    /**
     * With the key that all who share a database are given.
     *
     * @param base64 32 bytes
     * @throws PartidaRecusada if it is anything else
     */
    static Seal with(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) {
                return new Seal(key);
            }
        } catch (IllegalArgumentException malformed) {
            // as any other that is none
        }
        throw new PartidaRecusada(
                "Fora do SQLite, a chave que sela o que o banco guarda vem do ambiente: dê em RECARGA_BANCO_CHAVE"
                        + " 32 bytes em Base64 (openssl rand -base64 32), os mesmos a cada processo deste banco.");
    }

    /** Whether this is what a seal has made, with whatever key. */
    static boolean isClosed(String stored) {
        return stored.startsWith(MARK);
    }

    /**
     * @param context what it belongs to, told again to open it
     */
    public String close(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE_BYTES + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
            return MARK + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * @param stored what {@link #close} made, or what was stored before there was a seal, which is given back as it is
     * @return empty if it was closed with another key, or for something else
     */
    public Optional<String> open(String stored, String context) {
        if (!isClosed(stored)) {
            return Optional.of(stored);
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(MARK.length())));
            byte[] nonce = new byte[NONCE_BYTES];
            all.get(nonce);
            byte[] closed = new byte[all.remaining()];
            all.get(closed);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(closed);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Several processes may begin at once on the database of a terminal: whoever comes first makes the key of all. */
    private static synchronized byte[] kept(Path database, byte[] fresh) throws IOException {
        Path file = PrivateFiles.file(besides(database));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock();
            ByteBuffer kept = ByteBuffer.allocate(KEY_BYTES);
            if (channel.read(kept) == KEY_BYTES) {
                return kept.array();
            }
            channel.write(ByteBuffer.wrap(fresh), 0);
            channel.force(true);
            return fresh;
        }
    }
}
