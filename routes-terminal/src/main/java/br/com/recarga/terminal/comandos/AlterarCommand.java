package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Reservas;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Momento;
import java.io.IOException;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "alterar",
        description = {
            "Muda a janela de uma reserva; se a nova está tomada, a reserva fica como estava.",
            "Sem --fim, a nova dura o mesmo que a antiga."
        })
final class AlterarCommand extends Comando {

    @Parameters(paramLabel = "RESERVA", description = "o número da reserva")
    String id;

    @Option(
            names = "--codigo",
            paramLabel = "CÓDIGO",
            description = "o da reserva; o de uma reserva feita aqui é lembrado")
    String codigo;

    @Option(
            names = "--inicio",
            paramLabel = "QUANDO",
            description = "14:00, amanhã 8h, 24/12 14:00 ou ISO-8601 com fuso; sem fuso, a hora do posto")
    Momento inicio;

    @Option(names = "--fim", paramLabel = "QUANDO", description = "do mesmo modo")
    Momento fim;

    @Override
    public Integer call() throws IOException {
        Resultado resultado = Momento.dependemDoLugar(inicio, fim)
                ? new Reservas(ambiente()).comFusoDaReserva(id, codigo, this::alterar)
                : alterar(Fusos.BRASILIA);
        return responder(resultado, ambiente().relatos()::feita);
    }

    private Resultado alterar(ZoneId fuso) throws IOException {
        return new Reservas(ambiente()).alterar(id, codigo, Momento.em(fuso, inicio), Momento.em(fuso, fim));
    }
}
