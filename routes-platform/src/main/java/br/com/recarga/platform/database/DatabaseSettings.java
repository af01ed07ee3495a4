package br.com.recarga.platform.database;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of an application with a database.
 *
 * @param databaseUrl {@code sqlite:///./data/server1.db} as in the original, or a JDBC URL
 */
@Validated
@ConfigurationProperties("recarga")
public record DatabaseSettings(@NotBlank String databaseUrl) {}
