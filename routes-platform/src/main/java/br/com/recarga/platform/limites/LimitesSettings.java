package br.com.recarga.platform.limites;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.limites.*}: what one address may do. Several people can come from one, as behind a router or a telephone
 * company's: the defaults leave room for dozens. An open profile has others, as all who come there are on this machine.
 *
 * @param leituras requests that only read, per minute; unused, a whole minute's may come at once
 * @param escritas requests that write, per minute, in the same way
 * @param conexoes connections open at a time on one port
 * @param fluxos streams of events open at a time
 * @param senhas wrong passwords in a quarter of an hour before each further one makes the next wait longer
 * @param envio how long the head of a request may be under way, then its body, and then a large answer
 */
@Validated
@ConfigurationProperties("recarga.limites")
public record LimitesSettings(
        @DefaultValue("6000") @Positive int leituras,
        @DefaultValue("1200") @Positive int escritas,
        @DefaultValue("200") @Positive int conexoes,
        @DefaultValue("50") @Positive int fluxos,
        @DefaultValue("5") @Positive int senhas,
        @DefaultValue("10s") @DurationMin(seconds = 1) Duration envio) {}
