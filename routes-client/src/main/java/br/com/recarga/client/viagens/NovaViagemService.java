package br.com.recarga.client.viagens;

import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.TimeOrderedId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/** A trip as it begins, and what keeps it from beginning. */
@Service
class NovaViagemService {

    private static final int CODIGO_BYTES = 10;

    private final Servidores servidores;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NovaViagemService(Servidores servidores, Clock clock) {
        this.servidores = servidores;
        this.clock = clock;
    }

    /** @throws PedidoRecusado if one of its servers is unknown, away or knows no trips: then nothing is begun */
    ViagemRegistro nova(ViagemBody pedido, String requestId) {
        exigirQueSaibamDeViagens(pedido);
        pedido.paradas().stream().map(ParadaDaViagem::serverId).distinct().forEach(servidores::exigirNoAr);
        byte[] codigo = new byte[CODIGO_BYTES];
        random.nextBytes(codigo);
        return new ViagemRegistro(
                "v-" + TimeOrderedId.next(),
                HexFormat.of().formatHex(codigo),
                requestId,
                pedido,
                1,
                SituacaoViagem.EM_ANDAMENTO,
                ParadasConhecidas.semResposta(pedido),
                null,
                Instant.now(clock));
    }

    private void exigirQueSaibamDeViagens(ViagemBody pedido) {
        for (int i = 0; i < pedido.paradas().size(); i++) {
            String serverId = pedido.paradas().get(i).serverId();
            if (servidores.semPresenca(serverId)) {
                throw PedidoRecusado.campo(
                        "paradas[%d].server_id".formatted(i),
                        "o servidor %s não sabe de viagens; essa parada só se reserva sozinha".formatted(serverId));
            }
        }
    }
}
