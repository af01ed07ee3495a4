package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.planner.Caminhos;
import br.com.recarga.planner.PontoCandidato;
import br.com.recarga.platform.TimeOrderedId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A trip as it begins, and what keeps it from beginning. */
@Service
class NovaViagemService {

    private static final int CODIGO_BYTES = 10;

    private final Servidores servidores;
    private final Caminhos caminhos;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NovaViagemService(Servidores servidores, Caminhos caminhos, Clock clock) {
        this.servidores = servidores;
        this.caminhos = caminhos;
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

    /**
     * A way that is not known, because its server is silent or does not say where a point is, is not judged.
     *
     * @throws PedidoRecusado if a stop cannot be reached from the one before in the time between them
     */
    void exigirDirigivel(ViagemBody pedido, Respostas lugares) {
        PedidoRecusado.seHouver(
                caminhos.impossiveis(pedido.paradas(), PlanoService.pontos(lugares, NovaViagemService::lugar)));
    }

    /** Empty if its place cannot be, or contradicts what else is said of the point. */
    private static Optional<PontoCandidato> lugar(String serverId, Posto posto) {
        return PontoCandidato.de(serverId, posto, List.of())
                .filter(ponto -> ponto.contradicao().isEmpty());
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
