package br.com.recarga.terminal.comandos;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "viagem",
        description = "Planeja, reserva, mostra e cancela viagens por vários operadores.",
        subcommands = {
            ViagemPlanejarCommand.class,
            ViagemReservarCommand.class,
            ViagemVerCommand.class,
            ViagemCancelarCommand.class
        })
final class ViagemCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Mixin
    Ajuda ajuda;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Falta dizer o que fazer: planejar, reservar, ver ou cancelar");
    }
}
