package br.com.recarga.server.config;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.cotas.*}: how much of a server's time one caller may take; 0: as much as there is. The closed profiles set
 * what is 0 here; an empty one is not given.
 *
 * @param porPlaca reservations of one car that are open at a time; a trip is one, however many stops it has
 * @param preReservas trips of one car that are held at a time
 * @param diasAdiante how many days ahead a window may begin; within the horizon, which is everybody's
 * @param parceiros clients that prove who they are, with how many reservations each may have open at a time:
 *     {@code client2=500}; these may reserve up to the horizon
 */
@Validated
@ConfigurationProperties("recarga.cotas")
public record CotasSettings(
        @DefaultValue("0") @PositiveOrZero Integer porPlaca,
        @DefaultValue("0") @PositiveOrZero Integer preReservas,
        @DefaultValue("0") @PositiveOrZero Integer diasAdiante,

        @DefaultValue List<@Pattern(regexp = "[A-Za-z0-9_.-]{1,64}=[1-9][0-9]{0,8}") String> parceiros) {}
