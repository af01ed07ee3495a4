package br.com.recarga.server.operadores;

import br.com.recarga.contract.Papel;
import br.com.recarga.platform.perfil.PartidaRecusada;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The people who may come in as the operator.
 *
 * <p>A password that fits is remembered as a digest under a key of this process: the page asks every few seconds, and a hash
 * that is slow to guess is slow to check.
 */
public final class Operadores {

    /** Longer ones bcrypt would cut. */
    static final int BYTES_DA_SENHA = 72;

    static final Pattern NOME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,40}");

    private static final Pattern PESSOA = Pattern.compile("([^:]*):([^:]*):(.*)");
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    private static final PasswordEncoder HASHES =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    private static final String MAC = "HmacSHA256";

    private final String usuario;
    private final String senha;
    private final Map<String, Pessoa> pessoas = new LinkedHashMap<>();
    private final Map<String, byte[]> lembradas = new ConcurrentHashMap<>();
    private final SecretKeySpec chave;

    /** @throws PartidaRecusada if a line cannot be read, or two are of one name */
    public Operadores(OperadorSettings settings) {
        this.usuario = settings.usuario();
        this.senha = settings.senha();
        Stream.concat(settings.pessoas().lines(), linhas(settings.arquivo()))
                .map(linha -> linha.replaceFirst("#.*", ""))
                .flatMap(linha -> Stream.of(linha.trim().split("\\s+")))
                .filter(pessoa -> !pessoa.isEmpty())
                .forEach(this::incluir);
        byte[] acaso = new byte[32];
        new SecureRandom().nextBytes(acaso);
        this.chave = new SecretKeySpec(acaso, MAC);
    }

    public boolean ninguem() {
        return senha.isBlank() && pessoas.isEmpty();
    }

    public boolean conhece(String nome) {
        return pessoas.containsKey(nome) || !senha.isBlank() && usuario.equals(nome);
    }

    /** What this one may do; nothing if the name or the password is wrong. It takes as long for a name that is nobody's. */
    public Optional<Papel> conferir(String nome, String dada) {
        boolean administrador = !senha.isBlank() && MessageDigest.isEqual(bytes(usuario, senha), bytes(nome, dada));
        if (administrador) {
            return Optional.of(Papel.ADMINISTRAR);
        }
        Pessoa pessoa = pessoas.get(nome);
        if (pessoa == null) {
            pessoas.values().stream().findFirst().ifPresent(outra -> HASHES.matches(dada, outra.hash()));
            return Optional.empty();
        }
        byte[] digest = digest(nome, dada);
        boolean confere = MessageDigest.isEqual(digest, lembradas.get(nome)) || HASHES.matches(dada, pessoa.hash());
        if (!confere) {
            return Optional.empty();
        }
        lembradas.put(nome, digest);
        return Optional.of(pessoa.papel());
    }

    /** A person's line, with the hash of a password. */
    static String linha(String nome, Papel papel, String senha) {
        return nome + ":" + papel.nome() + ":" + HASHES.encode(senha);
    }

    private void incluir(String texto) {
        Matcher partes = PESSOA.matcher(texto);
        if (!partes.matches() || !NOME.matcher(partes.group(1)).matches()) {
            throw new PartidaRecusada("RECARGA_OPERADORES: cada pessoa é nome:papel:hash, e uma não é;"
                    + " faça a linha dela com: java -jar routes-server.jar senha NOME PAPEL");
        }
        String nome = partes.group(1);
        Papel papel = Papel.de(partes.group(2))
                .orElseThrow(() -> new PartidaRecusada("RECARGA_OPERADORES: o papel de " + nome + " não é um de "
                        + Stream.of(Papel.values()).map(Papel::nome).collect(Collectors.joining(", "))));
        if (!HASH.matcher(partes.group(3)).matches()) {
            throw new PartidaRecusada("RECARGA_OPERADORES: o hash de " + nome + " não é {bcrypt}…;"
                    + " faça a linha com: java -jar routes-server.jar senha " + nome + " " + papel.nome());
        }
        if (conhece(nome)) {
            throw new PartidaRecusada(
                    "RECARGA_OPERADORES: " + nome + " está duas vezes, ou é RECARGA_OPERADOR_USUARIO");
        }
        pessoas.put(nome, new Pessoa(papel, partes.group(3)));
    }

    private static Stream<String> linhas(String arquivo) {
        if (arquivo.isBlank()) {
            return Stream.empty();
        }
        try {
            return Files.readString(Path.of(arquivo)).lines();
        } catch (IOException | InvalidPathException unreadable) {
            throw new PartidaRecusada("RECARGA_OPERADORES_ARQUIVO: não consigo ler " + arquivo);
        }
    }

    private byte[] digest(String nome, String dada) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(chave);
            return mac.doFinal(bytes(nome, dada));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] bytes(String nome, String senha) {
        return (nome + '\0' + senha).getBytes(StandardCharsets.UTF_8);
    }

    private record Pessoa(Papel papel, String hash) {}
}
