package br.com.recarga.server.operadores;

import br.com.recarga.contract.Papel;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code java -jar … senha NAME ROLE}: prints a person's line for {@code RECARGA_OPERADORES}. The password is asked for, or read
 * as a line of what is piped in: as an argument every user of the machine could see it.
 */
public final class SenhaCommand {

    private static final String SENHA = "senha";

    private static final String AJUDA = """
            Uso: senha NOME PAPEL    escreve a linha de uma pessoa em RECARGA_OPERADORES; pergunta a senha dela, ou a lê da entrada
                 NOME   até 40 letras, algarismos ou . _ @ -
                 PAPEL  ver, operar ou administrar""";

    private SenhaCommand() {}

    /** Runs the command and ends the process, if it is the first argument. */
    public static void exitIfNamed(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(SENHA)) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(run(SenhaCommand::perguntar, out, err, arguments));
        }
    }

    static int run(LerSenha senhaDada, PrintStream out, PrintStream err, String... arguments) {
        Optional<Papel> papel = arguments.length == 3 ? Papel.de(arguments[2]) : Optional.empty();
        if (papel.isEmpty() || !Operadores.NOME.matcher(arguments[1]).matches()) {
            err.println(AJUDA);
            return 2;
        }
        try {
            String senha = senhaDada.ler();
            if (senha == null || senha.isBlank()) {
                err.println("A senha está vazia");
                return 1;
            }
            if (senha.getBytes(StandardCharsets.UTF_8).length > Operadores.BYTES_DA_SENHA) {
                err.println("A senha tem mais de " + Operadores.BYTES_DA_SENHA + " bytes");
                return 1;
            }
            out.println(Operadores.linha(arguments[1], papel.get(), senha));
            return 0;
        } catch (IOException failed) {
            err.println("Não foi possível ler a senha: " + failed.getMessage());
            return 1;
        }
    }

    private static String perguntar() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] senha = console.readPassword("Senha: ");
            return senha == null ? null : new String(senha);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    /** Where the password comes from. */
    @FunctionalInterface
    interface LerSenha {
        String ler() throws IOException;
    }
}
