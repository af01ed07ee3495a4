package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.rotas.Resultado;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "planejar",
        description = "Diz onde parar, quando e por quanto tempo. Sai com 1 se o carro não chega lá.")
final class ViagemPlanejarCommand extends Comando {

    @Mixin
    TrajetoOpcoes trajeto;

    @Mixin
    CarroOpcoes carro;

    @Override
    public Integer call() throws IOException {
        Resultado plano = new Viagens(ambiente())
                .planejar(trajeto.pedido(carro.carro(ambiente().memoria())));
        int saida = responder(plano, ambiente().relatos()::plano);
        return plano.deuCerto() && !plano.json().path("viavel").asBoolean() ? CodigoDeSaida.RECUSADO : saida;
    }
}
