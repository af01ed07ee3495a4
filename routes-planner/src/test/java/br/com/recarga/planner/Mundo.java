package br.com.recarga.planner;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.Plano;
import br.com.recarga.contract.lugares.Coordenadas;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A world in which numbers can be worked out by hand: everything lies on one meridian, at so many kilometres by road from the
 * equator.
 */
final class Mundo {

    static final OffsetDateTime OITO = OffsetDateTime.parse("2026-12-24T08:00:00-03:00");

    static final PlanoSettings SETTINGS = settings(Duration.ofHours(2), 10);

    private final List<PontoCandidato> pontos = new ArrayList<>();
    private PlanoSettings settings = SETTINGS;
    private Carro carro = carro(40, 40);
    private Double reserva;
    private String conector;
    private Double cargaMaxima;
    private Double chegadaMinima;
    private String conectorDosPontos = "CCS2";
    private OffsetDateTime partida = OITO;

    static PlanoSettings settings(Duration espera, int passo) {
        return new PlanoSettings(1.2, 80, Duration.ofMinutes(15), espera, passo, 400);
    }

    /** 0.2 kWh per km. */
    static Carro carro(double capacidade, double nivel) {
        return new Carro("ABC1D23", "BYD Dolphin", capacidade, nivel, 0.2);
    }

    /** The same, taking so many kW from direct current, with these plugs. */
    static Carro carro(double capacidade, double nivel, double cc, String... conectores) {
        return new Carro("ABC1D23", "BYD Dolphin", capacidade, nivel, 0.2, 7.0, cc, List.of(conectores));
    }

    static Local aos(String nome, double km) {
        return new Local(nome, new Coordenadas(Math.toDegrees(km * 1000 / 1.2 / 6_371_000), 0), null);
    }

    static JanelaOcupada ocupado(String inicio, String fim) {
        return new JanelaOcupada(hora(inicio), hora(fim));
    }

    /** Of the day of {@link #OITO}. */
    static OffsetDateTime hora(String hora) {
        return OffsetDateTime.parse("2026-12-24T" + hora + "-03:00");
    }

    Mundo carro(Carro este) {
        carro = este;
        return this;
    }

    Mundo reserva(double porCento) {
        reserva = porCento;
        return this;
    }

    Mundo conector(String este) {
        conector = este;
        return this;
    }

    Mundo cargaMaxima(double porCento) {
        cargaMaxima = porCento;
        return this;
    }

    Mundo chegadaMinima(double porCento) {
        chegadaMinima = porCento;
        return this;
    }

    /** The plug of the points that are built from here on. */
    Mundo conectorDosPontos(String este) {
        conectorDosPontos = este;
        return this;
    }

    Mundo partida(OffsetDateTime esta) {
        partida = esta;
        return this;
    }

    Mundo settings(PlanoSettings estes) {
        settings = estes;
        return this;
    }

    /** Its name is where it is; numbered from 1 in the order in which they are built. */
    Mundo ponto(double km, double potencia, double preco, JanelaOcupada... ocupacoes) {
        pontos.add(new PontoCandidato(
                "server1",
                pontos.size() + 1,
                "Cidade " + (int) km,
                "PB",
                aos("km " + (int) km, km),
                potencia,
                conectorDosPontos,
                preco,
                Arrays.asList(ocupacoes)));
        return this;
    }

    /** From 0 km, at eight unless it was said otherwise. */
    Plano ate(double km) {
        PlanejarBody pedido = new PlanejarBody(
                "0,0", noMeridiano(km), carro, partida, null, reserva, conector, cargaMaxima, chegadaMinima);
        return new Planejador(settings).planejar(pedido, pontos, OITO);
    }

    /** Eight decimals are a millimetre, rounded down: a metre too far would be a second too long. */
    private static String noMeridiano(double km) {
        return BigDecimal.valueOf(aos("", km).coordenadas().latitude())
                .setScale(8, RoundingMode.FLOOR)
                .toPlainString()
                .concat(",0");
    }
}
