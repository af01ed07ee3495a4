package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Reservas;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Momento;
import java.io.IOException;
import java.time.ZoneId;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reservar",
        description = {
            "Reserva um posto e lembra a reserva neste computador.",
            "Sem --inicio, a partir de agora; sem --fim, pelo tempo que a carga dura.",
            "Da primeira vez é preciso dizer do carro também --nivel, e o --modelo: de um que se conhece (BYD Dolphin) "
                    + "basta ele; de outro, também --capacidade e --consumo. Depois basta a placa."
        })
final class ReservarCommand extends Comando {

    @Option(names = "--servidor", required = true, paramLabel = "ID", description = "de quem é o posto, como server1")
    String servidor;

    @Option(names = "--posto", required = true, paramLabel = "ID", description = "o número do posto")
    Integer posto;

    @Mixin
    CarroOpcoes carro;

    @Option(
            names = "--inicio",
            paramLabel = "QUANDO",
            description = "14:00, amanhã 8h, 24/12 14:00 ou ISO-8601 com fuso; sem fuso, a hora do posto")
    Momento inicio;

    @Option(names = "--fim", paramLabel = "QUANDO", description = "do mesmo modo")
    Momento fim;

    @Option(
            names = "--aceita-equivalente",
            description = "se o posto está tomado, serve outro do mesmo local, igual e não mais caro")
    boolean aceitaEquivalente;

    @Option(
            names = "--chave",
            paramLabel = "TEXTO",
            description = "torna-se o request_id: repetir o pedido com a mesma chave dá a mesma resposta")
    String chave = UUID.randomUUID().toString();

    @Override
    public Integer call() throws IOException {
        Resultado resultado = Momento.dependemDoLugar(inicio, fim)
                ? new Reservas(ambiente()).comFusoDoPosto(servidor, posto, this::reservar)
                : reservar(Fusos.BRASILIA);
        return responder(resultado, ambiente().relatos()::feita);
    }

    private Resultado reservar(ZoneId fuso) throws IOException {
        return new Reservas(ambiente())
                .reservar(
                        carro.carro(ambiente().memoria()),
                        servidor,
                        posto,
                        Momento.em(fuso, inicio),
                        Momento.em(fuso, fim),
                        aceitaEquivalente,
                        chave);
    }
}
