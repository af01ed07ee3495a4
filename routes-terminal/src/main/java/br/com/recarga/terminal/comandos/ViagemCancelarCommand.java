package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Viagens;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cancelar", description = "Cancela todas as paradas de uma viagem reservada neste computador.")
final class ViagemCancelarCommand extends Comando {

    @Parameters(paramLabel = "VIAGEM", description = "o número da viagem")
    String id;

    @Option(names = "--codigo", paramLabel = "CÓDIGO", description = "o da viagem; sem ele, o que é lembrado")
    String codigo;

    @Override
    public Integer call() throws IOException {
        return responder(
                new Viagens(ambiente()).cancelar(id, codigo, passo -> {}),
                ambiente().relatos()::viagem);
    }
}
