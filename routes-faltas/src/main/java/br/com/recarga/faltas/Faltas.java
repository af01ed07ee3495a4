package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Especie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the parts of a campaign one after the other, and prints a table of each. */
@Command(
        name = "faltas",
        synopsisHeading = "Uso: ",
        description = {
            "Campanha de faltas: sistemas inteiros em processos seus, motoristas que reservam, faltas de verdade, e no fim",
            "a conferência do que foi dito com o que ficou nos bancos.",
            "",
            "Sai com 0 se nada foi violado, 1 se algo foi, 2 se a campanha não pôde ser feita."
        })
public final class Faltas implements Callable<Integer> {

    static final int IMPOSSIVEL = 2;

    private static final int SEGUNDOS_CURTO = 12;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--semente",
            defaultValue = "1",
            description = "de que se sorteiam faltas e pedidos (${DEFAULT-VALUE})")
    private long semente;

    @Option(
            names = "--segundos",
            defaultValue = "45",
            description = "quanto duram as faltas de cada parte, de 5 a 86400 (${DEFAULT-VALUE})")
    private int segundos;

    @Option(names = "--curto", description = "o mesmo que --segundos " + SEGUNDOS_CURTO)
    private boolean curto;

    @Option(
            names = "--partes",
            split = ",",
            defaultValue = "sqlite,postgresql",
            description = "${COMPLETION-CANDIDATES} (todas)")
    private List<Parte> partes;

    @Option(names = "--faltas", split = ",", description = "quais faltas: ${COMPLETION-CANDIDATES} (todas)")
    private Set<Especie> especies = EnumSet.allOf(Especie.class);

    @Option(
            names = "--alvos",
            split = ",",
            description = "quem as sofre, como server1-a, cliente-b, server2, broker (todos)")
    private Set<String> alvos = Set.of();

    @Option(
            names = "--cada",
            defaultValue = "3",
            description = "quantos segundos depois de uma falta vem a outra, em média, de 1 a 600 (${DEFAULT-VALUE})")
    private int cada;

    @Option(
            names = "--motoristas",
            defaultValue = "12",
            description = "quantos pedem ao mesmo tempo, de 1 a 90 (${DEFAULT-VALUE})")
    private int motoristas;

    @Option(
            names = "--pasta",
            defaultValue = "target/faltas",
            description = "onde ficam histórias, bancos e logs (${DEFAULT-VALUE})")
    private Path pasta;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "mostra isto")
    private boolean help;

    private Faltas() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Faltas())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof CampanhaImpossivel) {
                        line.getErr().println(e.getMessage());
                    } else {
                        e.printStackTrace(line.getErr());
                    }
                    return IMPOSSIVEL;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        check(segundos >= 5 && segundos <= 86_400, "--segundos vai de 5 a 86400");
        check(motoristas >= 1 && motoristas <= 90, "--motoristas vai de 1 a 90");
        check(cada >= 1 && cada <= 600, "--cada vai de 1 a 600");
        PlanoDeFaltas plano = new PlanoDeFaltas(
                semente,
                Duration.ofSeconds(curto ? SEGUNDOS_CURTO : segundos),
                Duration.ofSeconds(cada),
                motoristas,
                especies,
                alvos);
        List<Relato> relatos = new ArrayList<>();
        for (Parte parte : partes) {
            try (Campanha campanha = new Campanha(parte, plano, pasta)) {
                Relato relato = campanha.run();
                System.out.println(relato.texto());
                if (!relato.algoSeConfirmou()) {
                    throw new CampanhaImpossivel(
                            "%s: nada se confirmou a ninguém, e assim nada se provou".formatted(parte));
                }
                relatos.add(relato);
            }
        }
        return relatos.stream().allMatch(Relato::semViolacoes) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void check(boolean valid, String otherwise) {
        if (!valid) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
