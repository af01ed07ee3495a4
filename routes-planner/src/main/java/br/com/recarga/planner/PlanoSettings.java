package br.com.recarga.planner;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * What a plan takes the roads, the cars and their drivers to be like.
 *
 * @param fatorEstrada how much longer a road is than the great circle, 1 to 3
 * @param velocidadeMedia km/h, 10 to 150
 * @param paradaMinima no stop is shorter, 1 min to 24 h
 * @param esperaMaxima how long a car may wait for a point to become free, up to 24 h
 * @param passoNivel per cent of the capacity between the levels that are charged to, 1 to 100; finer plans better and takes longer
 * @param pontosMaximos of more points, only those are looked at that make the way longer by least, unless they are not enough:
 *     then four times as many; every pair of points within range costs time and memory
 */
public record PlanoSettings(
        @DecimalMin("1") @DecimalMax("3") double fatorEstrada,

        @DecimalMin("10") @DecimalMax("150") double velocidadeMedia,

        @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration paradaMinima,

        @NotNull @DurationMin @DurationMax(hours = 24) Duration esperaMaxima,

        @Min(1) @Max(100) int passoNivel,
        @Positive int pontosMaximos) {}
