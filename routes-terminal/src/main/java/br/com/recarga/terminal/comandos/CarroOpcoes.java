package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.carros.CarroDoCatalogo;
import br.com.recarga.terminal.memoria.Memoria;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The car; what is not said of it is as it was said the last time that something was reserved for it, or as
 * the bundled catalogue has its model.
 */
final class CarroOpcoes {

    @Option(names = "--placa", required = true, paramLabel = "PLACA", description = "ABC1234 ou ABC1D23")
    String placa;

    @Option(
            names = "--modelo",
            paramLabel = "NOME",
            description = "como BYD Dolphin; de um que se conhece vem o resto, menos o nível")
    String modelo;

    @Option(names = "--capacidade", paramLabel = "kWh", description = "da bateria, de 1 a 1000")
    Double capacidade;

    @Option(
            names = "--nivel",
            paramLabel = "kWh|%%",
            description = "o que há na bateria agora, ou na partida: 12,5 ou 30%%")
    Nivel nivel;

    @Option(
            names = "--consumo",
            paramLabel = "kWh/km",
            description = "kWh por km, de 0,01 a 10: 15,4 kWh/100 km são 0,154, ou 15,4kWh/100km")
    Consumo consumo;

    @Option(
            names = "--potencia-ac",
            paramLabel = "kW",
            description = "que o carro recebe em corrente alternada, de 1 a 100")
    Double potenciaAc;

    @Option(
            names = "--potencia-cc",
            paramLabel = "kW",
            description = "que o carro recebe em corrente contínua, de 1 a 1000")
    Double potenciaCc;

    @Option(
            names = "--conectores",
            paramLabel = "TIPO",
            split = ",",
            description = "que servem no carro, como 'Tipo 2,CCS2'")
    List<String> conectores;

    @Spec(Spec.Target.MIXEE)
    CommandSpec comando;

    Carro carro(Memoria memoria) throws IOException {
        Optional<Carro> lembrado = memoria.carro(placa);
        String qual = dito(modelo, lembrado.map(Carro::modelo));
        Optional<CarroDoCatalogo> conhecido = Modelos.procurar(qual);
        // of another model than the last time what the catalogue says of it is right
        Optional<Carro> antes = lembrado.filter(
                carro -> conhecido.isEmpty() || Modelos.procurar(carro.modelo()).equals(conhecido));
        Double cabe =
                dito(capacidade, antes.map(Carro::capacidadeBateria), conhecido, CarroDoCatalogo::capacidadeBateria);
        return new Carro(
                placa,
                qual,
                cabe,
                nivel == null ? antes.map(Carro::nivelBateriaAtual).orElse(null) : emKwh(cabe),
                dito(
                        consumo == null ? null : consumo.kwhPorKm(),
                        antes.map(Carro::taxaDescarga),
                        conhecido,
                        CarroDoCatalogo::taxaDescarga),
                dito(potenciaAc, antes.map(Carro::potenciaMaximaAc), conhecido, CarroDoCatalogo::potenciaMaximaAc),
                dito(potenciaCc, antes.map(Carro::potenciaMaximaCc), conhecido, CarroDoCatalogo::potenciaMaximaCc),
                dito(conectores, antes.map(Carro::conectores), conhecido, CarroDoCatalogo::conectores));
    }

    private Double emKwh(Double cabe) {
        return nivel.emKwh(cabe)
                .orElseThrow(() -> new ParameterException(
                        comando.commandLine(),
                        "--nivel em % precisa de --capacidade, ou de um --modelo que se conhece"));
    }

    private static <T> T dito(
            T agora, Optional<T> antes, Optional<CarroDoCatalogo> conhecido, Function<CarroDoCatalogo, T> campo) {
        return dito(agora, antes.or(() -> conhecido.map(campo)));
    }

    private static <T> T dito(T agora, Optional<T> antes) {
        return agora != null ? agora : antes.orElse(null);
    }
}
