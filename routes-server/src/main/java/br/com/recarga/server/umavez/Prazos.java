package br.com.recarga.server.umavez;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.server.config.ServerSettings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Whether somebody still waits. The expiry of a message counts only while the broker holds it: what lay in a socket or in a
 * line that hung comes late all the same, when its caller may have decided otherwise.
 */
@Service
public class Prazos {

    private final ServerSettings settings;
    private final Clock clock;

    Prazos(ServerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws PedidoRecusado if the request's deadline has passed, by more than clocks may differ; nothing is stored of
     *     this, so that the same request with a later deadline is decided
     */
    public void exigir(Pedido pedido) {
        if (pedido.prazo() != null
                && Instant.now(clock).isAfter(pedido.prazo().toInstant().plus(settings.folgaRelogio()))) {
            throw new PedidoRecusado(
                    Codigo.TEMPO_ESGOTADO,
                    "O pedido chegou depois do prazo que ele mesmo diz, e nada foi feito. Se isso se repete, algum relógio está errado");
        }
    }

    /**
     * @param expira when the message that brought it expires; null: nobody knows
     * @throws PedidoRecusado as {@link #exigir(Pedido)}, or if it has expired
     */
    public void exigirAntesDe(Instant expira, Pedido pedido) {
        if (expira != null && Instant.now(clock).isAfter(expira)) {
            throw new PedidoRecusado(Codigo.TEMPO_ESGOTADO, "O pedido expirou enquanto esperava, e nada foi feito");
        }
        exigir(pedido);
    }
}
