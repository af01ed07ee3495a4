package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Conector;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.FiltroDePostos;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "postos", description = "Lista os postos de um servidor, ou os de todos os que estão no ar.")
final class PostosCommand extends Comando {

    @Option(names = "--servidor", paramLabel = "ID", description = "só os deste servidor, como server1")
    String servidor;

    @Option(names = "--livres", description = "só os que estão livres agora")
    boolean livres;

    @Option(
            names = "--cidade",
            paramLabel = "NOME",
            description = "só os das cidades em cujo nome há isto, com ou sem acentos, ou deste estado")
    String cidade;

    @Option(
            names = "--conector",
            paramLabel = "TIPO",
            description = "só os que têm este conector: Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO, GB/T")
    Conector conector;

    @Option(names = "--potencia-minima", paramLabel = "kW", description = "só os que têm pelo menos esta potência")
    Double potenciaMinima;

    @Option(names = "--preco-maximo", paramLabel = "R$", description = "só os que cobram até isto por kWh")
    Double precoMaximo;

    @Override
    public Integer call() {
        FiltroDePostos filtro = new FiltroDePostos(livres, cidade, conector, potenciaMinima, precoMaximo);
        return responder(
                filtro.aplicar(ambiente().chamar(Alcance.POSTOS_E_RESERVAS, Chamada.postos(servidor))),
                resultado -> ambiente().relatos().postos(resultado, servidor));
    }
}
