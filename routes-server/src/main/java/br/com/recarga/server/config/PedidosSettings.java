package br.com.recarga.server.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code recarga.pedidos.*}: what a server takes over MQTT.
 *
 * @param tamanhoMaximo of a request's body; a larger one is not even read
 */
@ConfigurationProperties("recarga.pedidos")
public record PedidosSettings(@DefaultValue("64KB") DataSize tamanhoMaximo) {

    /** Whether this body is too large to be read. */
    public boolean excede(byte[] body) {
        return body.length > tamanhoMaximo.toBytes();
    }
}
