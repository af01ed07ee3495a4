package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Conector;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.terminal.acoes.Viagens;
import br.com.recarga.terminal.tela.Momento;
import picocli.CommandLine.Option;

/** From where to where, and how. */
final class TrajetoOpcoes {

    @Option(names = "--de", paramLabel = "LUGAR", description = "um município, se for preciso com /UF, ou \"lat,lon\"")
    String de;

    @Option(names = "--para", paramLabel = "LUGAR", description = "do mesmo modo")
    String para;

    @Option(
            names = "--partida",
            paramLabel = "QUANDO",
            description =
                    "14:00, amanhã 8h, 24/12 14:00 ou ISO-8601 com fuso; sem fuso, a hora da origem; sem ela, agora")
    Momento partida;

    @Option(
            names = "--reserva-bateria",
            paramLabel = "%%",
            description = "abaixo disto o nível nunca cai, de 0 a 50; sem ela, 10")
    Double reservaBateria;

    @Option(
            names = "--conector",
            paramLabel = "TIPO",
            description = "só postos com este conector: Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO, GB/T")
    Conector conector;

    @Option(
            names = "--carga-maxima",
            paramLabel = "%%",
            description = "até onde se recarrega em cada parada, de 50 a 100; sem ela, 100")
    Double cargaMaxima;

    @Option(
            names = "--chegada-minima",
            paramLabel = "%%",
            description = "o que resta no destino, no mínimo, de 0 a 100; sem ela, a reserva")
    Double chegadaMinima;

    PlanejarBody pedido(Carro carro) {
        return Viagens.pedido(
                de,
                para,
                carro,
                partida,
                reservaBateria,
                conector == null ? null : conector.nome(),
                cargaMaxima,
                chegadaMinima);
    }
}
