package br.com.recarga.server.operadores;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.operador.*}: who may change what is the operator's.
 *
 * @param usuario of the one who needs no list, an administrator
 * @param senha of that one, from the environment only; blank: there is none
 * @param pessoas the others as {@code name:role:hash}, with blanks or line ends between them
 * @param arquivo a file with more of them, a line each; {@code #} begins a remark; empty: there is none
 */
@ConfigurationProperties("recarga.operador")
public record OperadorSettings(
        @DefaultValue("operador") String usuario,
        @DefaultValue("") String senha,
        @DefaultValue("") String pessoas,
        @DefaultValue("") String arquivo) {}
