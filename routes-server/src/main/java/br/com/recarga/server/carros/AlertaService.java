package br.com.recarga.server.carros;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.contract.Posto;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import br.com.recarga.server.postos.ParteDaLista;
import br.com.recarga.server.postos.PostoRegistro;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Where a car with little left could charge, and the words for it. */
@Service
public class AlertaService {

    private static final int POSTOS = 5;

    private final ServerSettings settings;
    private final Janelas janelas;
    private final HoraDoLugar horas;
    private final Clock clock;

    AlertaService(ServerSettings settings, Janelas janelas, HoraDoLugar horas, Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.horas = horas;
        this.clock = clock;
    }

    /** Parameters of {@code carro-passagens.sql} and {@code postos-listar.sql}: this car, the present second. */
    public Map<String, Object> parametros(CarroRegistro carro) {
        Instant agora = Instant.now(clock);
        Map<String, Object> parametros =
                ParteDaLista.TODOS.com(JanelaDefinida.agora(agora).parametros(agora));
        parametros.put("placa", carro.placa());
        return parametros;
    }

    /**
     * @param passagens the car's reservations here, the latest first
     * @param postos all points, with their availability now
     */
    public AlertaBateria alerta(CarroRegistro carro, List<Passagem> passagens, List<PostoRegistro> postos) {
        double percentual = 100 * carro.nivelBateriaAtual() / carro.capacidadeBateria();
        double autonomiaKm = carro.nivelBateriaAtual() / carro.taxaDescarga();
        Optional<Posicao> posicao = posicao(carro, passagens);
        List<Posto> alcancados = posicao.map(partida -> alcancados(partida, autonomiaKm, conectores(passagens), postos))
                .orElse(List.of());
        return new AlertaBateria(
                carro.placa(),
                settings.serverId(),
                carro.nivelBateriaAtual(),
                umaCasa(percentual),
                umaCasa(autonomiaKm),
                // rounded down: what is below 20 % is never called 20 %
                "Bateria em %d%%: %s".formatted((int) percentual, saida(posicao.isPresent(), alcancados.size())),
                alcancados,
                janelas.local(Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)));
    }

    private List<Posto> alcancados(
            Posicao partida, double autonomiaKm, Set<String> conectores, List<PostoRegistro> postos) {
        return postos.stream()
                .filter(posto -> posto.disponivel() && conectores.contains(posto.tipoConector()))
                .map(posto -> posto.mostrar(horas.fuso(posto.lugar()))
                        .withDistanciaKm(posto.distanciaKm(partida.latitude(), partida.longitude())))
                // no road is as straight as the great circle
                .filter(posto -> posto.distanciaKm() * settings.fatorEstrada() <= autonomiaKm)
                .sorted(Comparator.comparing(Posto::distanciaKm).thenComparing(Posto::id))
                .limit(POSTOS)
                .toList();
    }

    /** Where the car told that it is, else the point at which it charged last. */
    private static Optional<Posicao> posicao(CarroRegistro carro, List<Passagem> passagens) {
        if (carro.latitude() != null && carro.longitude() != null) {
            return Optional.of(new Posicao(carro.latitude(), carro.longitude()));
        }
        return passagens.stream()
                .filter(Passagem::chegou)
                .findFirst()
                .map(passagem -> new Posicao(passagem.latitude(), passagem.longitude()));
    }

    /** Nobody tells which connector a car has; what it has reserved here fits. */
    private static Set<String> conectores(List<Passagem> passagens) {
        return passagens.stream().map(Passagem::tipoConector).collect(Collectors.toSet());
    }

    private static String saida(boolean situado, int postos) {
        if (!situado) {
            return "sem saber onde o carro está, não dá para indicar postos";
        }
        return switch (postos) {
            case 0 -> "não há posto livre ao alcance";
            case 1 -> "há 1 posto livre ao alcance";
            default -> "há %d postos livres ao alcance".formatted(postos);
        };
    }

    private static double umaCasa(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Decimal degrees, WGS 84. */
    private record Posicao(double latitude, double longitude) {}
}
