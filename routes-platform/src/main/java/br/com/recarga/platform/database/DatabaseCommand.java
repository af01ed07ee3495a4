package br.com.recarga.platform.database;

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
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code java -jar … copiar FILE} and {@code java -jar … restaurar FILE}: what an application does with its database instead of
 * running. It finds it where the application itself does.
 */
public final class DatabaseCommand {

    /** Done. */
    static final int FEITO = 0;

    /** Not done, and nothing changed. */
    static final int RECUSADO = 1;

    /** Not understood. */
    static final int USO = 2;

    private static final String COPIAR = "copiar";
    private static final String RESTAURAR = "restaurar";

    private static final String AJUDA = """
            Uso: copiar ARQUIVO      copia o banco num arquivo novo, também com o processo no ar
                 restaurar ARQUIVO   põe uma cópia no lugar do banco, com o processo parado""";

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
     * @param arguments the command, the file, and options as the application takes them
     * @return what the process exits with
     */
    public static int run(String configuration, String... arguments) {
        List<String> given = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (given.size() != 2 || !List.of(COPIAR, RESTAURAR).contains(given.get(0))) {
            System.err.println(AJUDA);
            return USO;
        }
        try {
            Path file = Path.of(given.get(1));
            DatabaseCopies copies = copies(configuration, arguments);
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
        } catch (CopyRefused | DatabaseInUse | IllegalArgumentException refused) {
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

    private static DatabaseCopies copies(String configuration, String... arguments) {
        String[] options = Stream.concat(Stream.of("--" + configuration), Arrays.stream(arguments))
                .toArray(String[]::new);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new DatabaseCopies(
                DatabaseUrl.parse(environment.getRequiredProperty("recarga.database-url")),
                environment.getRequiredProperty("spring.flyway.locations").replace("{vendor}", "sqlite"));
    }
}
