package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "esquecer",
        description = "Apaga deste computador o que lembra de uma reserva ou viagem, ou tudo. Não cancela nada.")
final class EsquecerCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    Que que;

    @Mixin
    Ajuda ajuda;

    @ParentCommand
    RecargaCommand recarga;

    static final class Que {

        @Parameters(paramLabel = "ID", description = "o número da reserva ou da viagem")
        String id;

        @Option(names = "--tudo", description = "reservas, viagens, carros e o que foi digitado no menu")
        boolean tudo;
    }

    @Override
    public Integer call() throws IOException {
        Ambiente ambiente = recarga.ambiente();
        if (que.tudo) {
            ambiente.memoria().esquecerTudo();
            ambiente.saida()
                    .linha(
                            "Tudo foi esquecido, menos o diário das viagens, que se guarda por 90 dias. Reservas e viagens continuam valendo.");
            return CodigoDeSaida.FEITO;
        }
        if (!ambiente.memoria().esquecer(que.id)) {
            ambiente.saida().erro("✘ Nada é lembrado com esse número");
            return CodigoDeSaida.RECUSADO;
        }
        ambiente.saida().linha("Esquecida neste computador; continua valendo.");
        return CodigoDeSaida.FEITO;
    }
}
