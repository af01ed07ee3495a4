package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.ParadaPlanejada;
import br.com.recarga.contract.Plano;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Drives a plan leg by leg, with arithmetic of its own, and checks that it can be driven and says what is true. */
final class Conferencia {

    /** Levels are told to the watt-hour, so the difference of two may be off by one. */
    private static final double WATT_HORA = 0.0011;

    private final Sorteio mundo;

    Conferencia(Sorteio mundo) {
        this.mundo = mundo;
    }

    /** The plan and its alternatives. */
    void conferir(Plano plano) {
        dirigir(plano);
        for (Plano outro : plano.alternativas()) {
            dirigir(outro);
            assertThat(outro.alternativas()).isNull();
            assertThat(plano.chegada()).isBeforeOrEqualTo(outro.chegada());
            assertThat(plano.duracaoMin()).isLessThanOrEqualTo(outro.duracaoMin());
            switch (outro.criterio()) {
                case MENOR_CUSTO -> assertThat(outro.custo()).isLessThan(plano.custo());
                case MENOS_PARADAS ->
                    assertThat(outro.paradas().size())
                            .isLessThan(plano.paradas().size());
                default -> throw new AssertionError("not an alternative: " + outro.criterio());
            }
        }
        assertThat(plano.criterio()).isEqualTo(Plano.Criterio.MENOR_TEMPO);
        assertThat(plano.alternativas()).extracting(Plano::criterio).doesNotHaveDuplicates();
    }

    private void dirigir(Plano plano) {
        assertThat(plano.viavel()).isTrue();
        assertThat(plano.paradas()).hasSizeLessThanOrEqualTo(Plano.PARADAS_MAXIMAS);
        assertThat(plano.motivo()).isNull();
        assertThat(plano.trecho()).isNull();
        assertThat(plano.partida().toInstant())
                .isEqualTo(inteiro(mundo.pedido().partida()).toInstant());

        Carro carro = mundo.pedido().carro();
        double reserva = mundo.pedido().reservaKwh();
        Local aqui = local(mundo.pedido().origem());
        OffsetDateTime relogio = plano.partida();
        double nivel = carro.nivelBateriaAtual();
        double km = 0;
        double custo = 0;
        for (ParadaPlanejada parada : plano.paradas()) {
            PontoCandidato ponto = ponto(parada);
            double perna = km(aqui, ponto.local());
            assertThat(parada.distanciaKm()).isCloseTo(perna, within(0.0011));
            assertThat(parada.nivelChegada())
                    .isCloseTo(nivel - perna * carro.taxaDescarga(), within(WATT_HORA))
                    .isGreaterThanOrEqualTo(reserva - WATT_HORA);
            assertThat(parada.nivelSaida())
                    .isGreaterThanOrEqualTo(parada.nivelChegada())
                    .isLessThanOrEqualTo(
                            Math.max(parada.nivelChegada(), mundo.pedido().maximoKwh()) + WATT_HORA);
            janela(parada, ponto, relogio.plus(horas(perna)));
            double energia = parada.nivelSaida() - parada.nivelChegada();
            assertThat(parada.energiaKwh()).isCloseTo(energia, within(WATT_HORA));
            assertThat(parada.potenciaMaxima()).isEqualTo(ponto.potencia());
            assertThat(parada.tipoConector()).isEqualTo(ponto.conector());
            assertThat(carro.aceita(ponto.conector())).isTrue();
            assertThat(parada.duracaoMin()).isEqualTo((long)
                    Math.ceil(Duration.between(parada.inicio(), parada.fim()).toSeconds() / 60.0));
            assertThat(parada.custo()).isCloseTo(energia * ponto.precoKwh(), within(0.0101 + WATT_HORA * 3));

            aqui = ponto.local();
            relogio = parada.fim();
            nivel = parada.nivelSaida();
            km += parada.distanciaKm();
            custo += parada.custo();
        }
        double ultima = km(aqui, local(mundo.pedido().destino()));
        assertThat(plano.nivelChegada())
                .isCloseTo(nivel - ultima * carro.taxaDescarga(), within(WATT_HORA))
                .isGreaterThanOrEqualTo(mundo.pedido().chegadaKwh() - WATT_HORA);
        assertThat(plano.chegada()).isCloseTo(relogio.plus(horas(ultima)), within(1, ChronoUnit.SECONDS));
        assertThat(plano.duracaoMin()).isEqualTo((long)
                Math.ceil(Duration.between(plano.partida(), plano.chegada()).toSeconds() / 60.0));
        assertThat(plano.distanciaKm()).isCloseTo(km + ultima, within(0.0011));
        assertThat(plano.custo()).isCloseTo(custo, within(1e-6));
    }

    /** Not before the car is there, not long after, long enough for what it buys, and nobody else is there. */
    private void janela(ParadaPlanejada parada, PontoCandidato ponto, OffsetDateTime chegada) {
        assertThat(parada.inicio().getNano()).isZero();
        assertThat(parada.fim().getNano()).isZero();
        assertThat(parada.inicio()).isAfterOrEqualTo(chegada.minusNanos(100_000));
        assertThat(Duration.between(chegada, parada.inicio()))
                .isLessThanOrEqualTo(mundo.settings().esperaMaxima().plusSeconds(1));
        CurvaDeRecarga curva = ponto.curva(mundo.pedido().carro());
        double segundos = Math.max(
                curva.segundos(parada.nivelChegada(), parada.nivelSaida()),
                mundo.settings().paradaMinima().toSeconds());
        // a watt-hour takes five times as long when the battery is full
        assertThat((double) Duration.between(parada.inicio(), parada.fim()).toSeconds())
                .isCloseTo(segundos, within(1 + 10 * WATT_HORA / curva.potencia() * 3600))
                .isLessThanOrEqualTo(Duration.ofHours(24).toSeconds());
        assertThat(ponto.ocupacoes())
                .noneMatch(ocupacao -> ocupacao.inicio().isBefore(parada.fim())
                        && ocupacao.fim().isAfter(parada.inicio()));
    }

    private Duration horas(double km) {
        return Duration.ofNanos((long) (km / mundo.settings().velocidadeMedia() * 3_600_000_000_000L));
    }

    private PontoCandidato ponto(ParadaPlanejada parada) {
        return mundo.pontos().stream()
                .filter(ponto ->
                        ponto.id() == parada.postoId() && ponto.serverId().equals(parada.serverId()))
                .findAny()
                .orElseThrow();
    }

    /** By the angle between two vectors, not by the haversine. */
    private double km(Local de, Local para) {
        double[] a = vetor(de);
        double[] b = vetor(para);
        double corda = Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
        return 2 * Math.asin(corda / 2) * 6371 * mundo.settings().fatorEstrada();
    }

    private static double[] vetor(Local local) {
        double phi = Math.toRadians(local.coordenadas().latitude());
        double lambda = Math.toRadians(local.coordenadas().longitude());
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    private Local local(String lugar) {
        return new Lugares(mundo.pontos()).local("lugar", lugar);
    }

    private static OffsetDateTime inteiro(OffsetDateTime instante) {
        OffsetDateTime segundo = instante.truncatedTo(ChronoUnit.SECONDS);
        return segundo.equals(instante) ? segundo : segundo.plusSeconds(1);
    }
}
