package br.com.recarga.contract;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How to get from one place to another, or why one cannot.
 *
 * @param viavel whether the car gets there; if not, only {@code motivo}, {@code mensagem} and, where one leg is to blame,
 *     {@code trecho} are given
 * @param paradas in the order in which they are driven to, at most {@link #PARADAS_MAXIMAS}; none: no stop is needed
 * @param criterio what this plan is best at
 * @param partida when the car leaves the origin; whole seconds
 * @param chegada when it reaches the destination; whole seconds
 * @param fusoPartida the IANA zone of the origin, by whose clocks {@code partida} is told; absent if it is not known
 * @param fusoChegada the IANA zone of the destination, by whose clocks {@code chegada} is told; absent if it is not known
 * @param duracaoMin minutes from {@code partida} to {@code chegada}, waiting and charging included, rounded up
 * @param distanciaKm by road, all legs
 * @param custo BRL, all stops
 * @param nivelChegada kWh at the destination
 * @param alternativas plans that are slower, and better at something else; absent in an alternative
 * @param motivo why there is no plan
 * @param mensagem the same for people, in Portuguese
 * @param trecho the leg that cannot be driven
 */
@WireFormat
@RecordBuilder
public record Plano(
        boolean viavel,
        List<ParadaPlanejada> paradas,
        Criterio criterio,
        OffsetDateTime partida,
        OffsetDateTime chegada,
        String fusoPartida,
        String fusoChegada,
        Long duracaoMin,
        Double distanciaKm,
        Double custo,
        Double nivelChegada,
        List<Plano> alternativas,
        Motivo motivo,
        String mensagem,
        Trecho trecho)
        implements PlanoBuilder.With {

    /** A trip has no more stops than this. */
    public static final int PARADAS_MAXIMAS = 20;

    /** What a plan is best at. */
    public enum Criterio {
        MENOR_TEMPO,
        MENOR_CUSTO,
        MENOS_PARADAS
    }

    /** Why there is no plan. */
    public enum Motivo {
        /** Some leg is longer than the car can drive; {@link Plano#trecho()} says which. */
        FORA_DE_ALCANCE,
        /** The car would get there, but the points on the way have no free window that is long and early enough. */
        SEM_HORARIO,
        /** It would take more than {@link Plano#PARADAS_MAXIMAS} stops. */
        PARADAS_DEMAIS
    }

    /**
     * A leg that cannot be driven.
     *
     * @param de a place of the request or the name of a point
     * @param para as {@code de}
     * @param distanciaKm by road
     * @param autonomiaKm how far the car gets from {@code de} before its level falls below the reserve
     * @param faltamKm the difference, rounded up to 100 m
     */
    @WireFormat
    public record Trecho(String de, String para, Double distanciaKm, Double autonomiaKm, Double faltamKm) {}

    /** Why there is no plan. */
    public static Plano inviavel(Motivo motivo, String mensagem, Trecho trecho) {
        return new Plano(
                false, List.of(), null, null, null, null, null, null, null, null, null, null, motivo, mensagem, trecho);
    }
}
