package br.com.recarga.platform.database;

import br.com.recarga.platform.database.DatabaseMove.Moved;
import br.com.recarga.platform.perfil.PartidaRecusada;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code java -jar … copiar FILE}, {@code … restaurar FILE} and {@code … mover URL}: what an application does with its database
 * instead of running. It finds it where the application itself does.
 */
public final class DatabaseCommand {

    /** Done. */
    static final int FEITO = 0;

    /** Not done, and nothing changed. */
    static final int RECUSADO = 1;

    /** Not understood. */
    static final int USO = 2;

    private static final String MIGRATIONS = "spring.flyway.locations";

    private static final String COPIAR = "copiar";
    private static final String RESTAURAR = "restaurar";
    private static final String MOVER = "mover";

    /** Of a URL as it is written on a command line, which whoever is on the machine can read. */
    private static final Pattern SENHA = Pattern.compile("://[^/@]*:[^/@]*@|[?&]password=");

    private static final String AJUDA = """
            Uso: copiar ARQUIVO      copia o banco num arquivo novo, também com o processo no ar
                 restaurar ARQUIVO   põe uma cópia no lugar do banco, com o processo parado
                 mover URL           leva tudo o que está no banco, com o processo parado, a um novo da outra espécie:
                                     postgresql://usuario@banco:5432/nome, ou sqlite:///./arquivo.db;
                                     a senha do PostgreSQL vem de PGPASSWORD, a chave de RECARGA_BANCO_CHAVE""";

    private static final String LINHA = "%-28s %10s %10s  %-14s%-14s%s%n";

    private DatabaseCommand() {}

    /**
     * Runs the command and ends the process, if the first argument is one: the application itself takes options only, and a word
     * that it does not know must not start it.
     *
     * @param configuration names the application's, as in {@code spring.config.name=routes-server}
     */
    public static void exitIfNamed(String configuration, String... arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            // which lets nobody log until it has been set up
            LoggingSystem.get(DatabaseCommand.class.getClassLoader()).beforeInitialize();
            // also where the locale knows no accents
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
            System.exit(run(configuration, arguments));
        }
    }

    /**
     * Runs the command.
     *
     * @param arguments the command, the file or the URL, and options as the application takes them
     * @return what the process exits with
     */
    public static int run(String configuration, String... arguments) {
        List<String> given = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (given.size() != 2 || !List.of(COPIAR, RESTAURAR, MOVER).contains(given.get(0))) {
            System.err.println(AJUDA);
            return USO;
        }
        try {
            Environment settings = settings(configuration, arguments);
            if (given.get(0).equals(MOVER)) {
                return move(given.get(1), settings);
            }
            Path file = Path.of(given.get(1));
            DatabaseCopies copies = copies(settings);
            if (given.get(0).equals(COPIAR)) {
                copies.copy(file);
                System.out.println("Copiado em " + file);
            } else {
                Optional<Path> former = copies.restore(file);
                System.out.println("Restaurado de " + file);
                former.ifPresent(kept -> System.out.println("O banco anterior está em " + kept));
            }
            return FEITO;
        } catch (InvalidPathException noPath) {
            return refused("Não é o caminho de um arquivo: " + noPath.getReason());
        } catch (CopyRefused | DatabaseInUse | PartidaRecusada | IllegalArgumentException refused) {
            return refused(refused.getMessage());
        } catch (NoSuchFileException absent) {
            return refused(absent.getFile() + " não existe");
        } catch (AccessDeniedException denied) {
            return refused("Falta permissão para " + denied.getFile());
        } catch (FileAlreadyExistsException there) {
            return refused(there.getFile() + " já existe");
        } catch (IOException | SQLException | FlywayException | IllegalStateException failed) {
            return refused("Não foi possível: " + failed.getMessage());
        }
    }

    private static int refused(String why) {
        System.err.println(why);
        return RECUSADO;
    }

    private static int move(String target, Environment settings) throws IOException, SQLException {
        if (SENHA.matcher(target).find()) {
            return refused(
                    "Uma senha na linha de comando é lida por quem está na máquina: tire-a, e dê-a em PGPASSWORD");
        }
        DatabaseUrl from = withPassword(databaseUrl(settings), settings);
        DatabaseUrl to = withPassword(DatabaseUrl.parse(target, "O destino"), settings);
        DatabaseOnNetwork.check(from, DatabaseUrl.SETTING, settings);
        DatabaseOnNetwork.check(to, to.toString(), settings);
        DatabaseMove move = new DatabaseMove(
                from, to, settings.getRequiredProperty(MIGRATIONS), settings.getProperty("recarga.banco-chave", ""));
        List<Moved> moved;
        try {
            moved = move.move();
        } catch (PSQLException failed) {
            // one of the two is none
            String why = DatabaseUnreachable.why(failed, from.isPostgresql() ? DatabaseUrl.SETTING : to.toString());
            return refused(why != null ? why : "Não foi possível: " + failed.getMessage());
        }
        System.out.printf(LINHA, "tabela", "origem", "destino", "conteúdo", "", "");
        moved.forEach(table -> System.out.printf(
                LINHA,
                table.table(),
                table.source().rows(),
                table.target().rows(),
                table.source(),
                table.target(),
                table.isTheSame() ? "igual" : "DIFERENTE"));
        if (!moved.stream().allMatch(Moved::isTheSame)) {
            return refused("O que se leu de novo em " + to + " não é o que está em " + from + ": nada foi movido");
        }
        System.out.printf(
                "Movido para %s%nO banco de antes continua em %s: guarde-o, e não comece nele nenhum processo%n",
                to, from);
        return FEITO;
    }

    private static DatabaseUrl withPassword(DatabaseUrl url, Environment settings) {
        String password = settings.getProperty("PGPASSWORD");
        return url.isPostgresql() && url.password() == null && password != null
                ? new DatabaseUrl(url.jdbc(), url.user(), password)
                : url;
    }

    private static DatabaseCopies copies(Environment settings) {
        return new DatabaseCopies(
                databaseUrl(settings), settings.getRequiredProperty(MIGRATIONS).replace("{vendor}", "sqlite"));
    }

    private static DatabaseUrl databaseUrl(Environment settings) {
        return DatabaseUrl.parse(settings.getRequiredProperty("recarga.database-url"));
    }

    private static Environment settings(String configuration, String... arguments) {
        String[] options = Stream.concat(Stream.of("--" + configuration), Arrays.stream(arguments))
                .toArray(String[]::new);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
