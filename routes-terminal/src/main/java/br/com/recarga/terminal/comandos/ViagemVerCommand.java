package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Viagens;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ver",
        description = {
            "Mostra como está uma viagem reservada neste computador, e como estão agora as suas paradas.",
            "Se ainda não se sabe, leva adiante a que foi interrompida e espera cerca de um minuto."
        })
final class ViagemVerCommand extends Comando {

    @Parameters(paramLabel = "VIAGEM", description = "o número da viagem")
    String id;

    @Option(names = "--codigo", paramLabel = "CÓDIGO", description = "o da viagem; sem ele, o que é lembrado")
    String codigo;

    @Override
    public Integer call() throws IOException {
        return responder(
                new Viagens(ambiente()).verAteOFim(id, codigo, this::aindaIncerta),
                ambiente().relatos()::viagem);
    }
}
