package br.com.recarga.server.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.pedidos.*}: what a server takes over MQTT.
 *
 * @param tamanhoMaximo of a request's body; a larger one is not even read
 * @param fila how many requests of up to 1 KB may wait for their client's turn, a larger one counting for more: shared out
 *     among the clients that have any waiting; of those that change something, and again of those that only ask
 */
@Validated
@ConfigurationProperties("recarga.pedidos")
public record PedidosSettings(
        @DefaultValue("64KB") DataSize tamanhoMaximo,
        @DefaultValue("2048") @Positive @Max(100_000) int fila) {

    /** Whether this body is too large to be read. */
    public boolean excede(byte[] body) {
        return body.length > tamanhoMaximo.toBytes();
    }
}
