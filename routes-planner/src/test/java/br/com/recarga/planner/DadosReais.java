package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Coordenadas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The 150 points that the servers begin with; nothing is planned on any of them. */
final class DadosReais {

    private DadosReais() {}

    static List<PontoCandidato> pontos() {
        return Stream.of("server1", "server2", "server3")
                .flatMap(DadosReais::pontos)
                .toList();
    }

    private static Stream<PontoCandidato> pontos(String serverId) {
        try {
            return Files.readAllLines(Path.of("../data", serverId + ".csv")).stream()
                    .skip(1)
                    .map(line -> ponto(serverId, line.split(",")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PontoCandidato ponto(String serverId, String[] campos) {
        return new PontoCandidato(
                serverId,
                Integer.parseInt(campos[0]),
                campos[2],
                campos[3],
                new Local(
                        campos[1], new Coordenadas(Double.parseDouble(campos[4]), Double.parseDouble(campos[5])), null),
                Double.parseDouble(campos[6]),
                campos[7],
                Double.parseDouble(campos[8]),
                List.of());
    }
}
