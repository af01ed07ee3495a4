package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Reservas;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cancelar", description = "Cancela uma reserva; o horário fica livre na hora. Outra vez não é erro.")
final class CancelarCommand extends Comando {

    @Parameters(paramLabel = "RESERVA", description = "o número da reserva")
    String id;

    @Option(
            names = "--codigo",
            paramLabel = "CÓDIGO",
            description = "o da reserva; o de uma reserva feita aqui é lembrado")
    String codigo;

    @Option(names = "--motivo", paramLabel = "TEXTO", description = "até 200 caracteres; fica no histórico")
    String motivo;

    @Override
    public Integer call() throws IOException {
        return responder(
                new Reservas(ambiente()).cancelar(id, codigo, motivo),
                ambiente().relatos()::feita);
    }
}
