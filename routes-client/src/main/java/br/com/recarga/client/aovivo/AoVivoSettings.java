package br.com.recarga.client.aovivo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.ao-vivo.*}.
 *
 * @param maximo how many may listen at once, 1 to 5000: each holds a connection, of which Tomcat takes 8192 in all
 */
@Validated
@ConfigurationProperties("recarga.ao-vivo")
public record AoVivoSettings(
        @DefaultValue("500") @Positive @Max(5000) int maximo) {}
