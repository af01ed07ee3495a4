package br.com.recarga.server.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.operador.*}: who may change what is the operator's.
 *
 * @param usuario of HTTP Basic
 * @param senha of HTTP Basic, from the environment only; blank: nobody may
 */
@ConfigurationProperties("recarga.operador")
public record OperadorSettings(
        @DefaultValue("operador") String usuario,
        @DefaultValue("") String senha) {}
