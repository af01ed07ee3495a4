package br.com.recarga.platform.database;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of an application with a database.
 *
 * @param databaseUrl {@code sqlite:///./data/server1.db} as in the original, or a JDBC URL
 * @param databaseSynchronous SQLite's {@code synchronous}: with {@code FULL} every commit survives a power cut, with {@code
 *     NORMAL} a killed process only
 */
@Validated
@ConfigurationProperties("recarga")
public record DatabaseSettings(
        @NotBlank String databaseUrl,

        @DefaultValue("FULL") @Pattern(regexp = "FULL|NORMAL")
        String databaseSynchronous) {}
