package br.com.recarga.platform.management;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.gestao.*}: who may look inside.
 *
 * @param usuario of HTTP Basic
 * @param senha of HTTP Basic, from the environment only; blank: nobody may
 */
@ConfigurationProperties("recarga.gestao")
public record ManagementSettings(
        @DefaultValue("recarga") String usuario,
        @DefaultValue("") String senha) {}
