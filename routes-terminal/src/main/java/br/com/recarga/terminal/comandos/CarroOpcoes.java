package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Carro;
import br.com.recarga.terminal.memoria.Memoria;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The car; what is not said of it is as it was said the last time that something was reserved for it. */
final class CarroOpcoes {

    @Option(names = "--placa", required = true, paramLabel = "PLACA", description = "ABC1234 ou ABC1D23")
    String placa;

    @Option(names = "--modelo", paramLabel = "NOME", description = "como BYD Dolphin")
    String modelo;

    @Option(names = "--capacidade", paramLabel = "kWh", description = "da bateria, de 1 a 1000")
    Double capacidade;

    @Option(names = "--nivel", paramLabel = "kWh", description = "o que há na bateria agora, ou na partida")
    Double nivel;

    @Option(names = "--consumo", paramLabel = "kWh/km", description = "de 0,01 a 10")
    Double consumo;

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

    Carro carro(Memoria memoria) throws IOException {
        Optional<Carro> lembrado = memoria.carro(placa);
        return new Carro(
                placa,
                dito(modelo, lembrado.map(Carro::modelo)),
                dito(capacidade, lembrado.map(Carro::capacidadeBateria)),
                dito(nivel, lembrado.map(Carro::nivelBateriaAtual)),
                dito(consumo, lembrado.map(Carro::taxaDescarga)),
                dito(potenciaAc, lembrado.map(Carro::potenciaMaximaAc)),
                dito(potenciaCc, lembrado.map(Carro::potenciaMaximaCc)),
                dito(conectores, lembrado.map(Carro::conectores)));
    }

    private static <T> T dito(T agora, Optional<T> antes) {
        return agora != null ? agora : antes.orElse(null);
    }
}
