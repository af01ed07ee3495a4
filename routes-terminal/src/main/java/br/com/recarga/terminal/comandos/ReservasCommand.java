package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Reservas;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reservas",
        description = {
            "Mostra as reservas feitas neste computador, as de uma placa, ou uma só.",
            "De uma placa, só as que têm o código dado."
        })
final class ReservasCommand extends Comando {

    @ArgGroup
    Quais quais = new Quais();

    @Option(
            names = "--codigo",
            paramLabel = "CÓDIGO",
            description = "o que quem reservou recebeu; o de uma reserva feita aqui é lembrado")
    String codigo;

    @Option(names = "--servidor", paramLabel = "ID", description = "com --placa: só as deste servidor")
    String servidor;

    static final class Quais {

        @Option(names = "--placa", paramLabel = "PLACA", description = "as deste carro")
        String placa;

        @Option(
                names = "--id",
                paramLabel = "ID",
                description = "esta: o número da reserva, ou a chave do pedido que a fez")
        String id;
    }

    @Override
    public Integer call() throws IOException {
        Reservas reservas = new Reservas(ambiente());
        if (quais.id != null) {
            return responder(reservas.ver(quais.id, codigo), ambiente().relatos()::reserva);
        }
        return responder(
                quais.placa != null ? reservas.daPlaca(quais.placa, servidor, codigo) : reservas.lembradas(),
                ambiente().relatos()::reservas);
    }
}
