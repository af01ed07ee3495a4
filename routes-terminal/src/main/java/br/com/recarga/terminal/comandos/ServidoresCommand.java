package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.rotas.Chamada;
import picocli.CommandLine.Command;

@Command(name = "servidores", description = "Mostra os servidores, e quais estão no ar.")
final class ServidoresCommand extends Comando {

    @Override
    public Integer call() {
        return responder(
                ambiente().chamar(Alcance.POSTOS_E_RESERVAS, Chamada.servidores()),
                ambiente().relatos()::servidores);
    }
}
