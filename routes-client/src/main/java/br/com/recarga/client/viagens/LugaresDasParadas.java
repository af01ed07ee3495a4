package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.planner.Caminhos;
import br.com.recarga.planner.PontoCandidato;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Where the stops of a trip are, to tell whether the way between them can be driven in time. Points do not move: a trip for which what
 * servers said within a minute leaves time enough asks nobody. What would refuse one is forgotten, and asked for.
 */
@Service
class LugaresDasParadas {

    private static final Duration VALIDADE = Duration.ofMinutes(1);

    /** What is forgotten is asked for again. */
    private static final int LUGARES = 10_000;

    private final ClientSettings settings;
    private final Caminhos caminhos;
    private final Cache<Lugar, PontoCandidato> lugares;

    @Autowired
    LugaresDasParadas(ClientSettings settings, Caminhos caminhos) {
        this(settings, caminhos, Ticker.systemTicker());
    }

    LugaresDasParadas(ClientSettings settings, Caminhos caminhos, Ticker ticker) {
        this.settings = settings;
        this.caminhos = caminhos;
        this.lugares = Caffeine.newBuilder()
                .maximumSize(LUGARES)
                .expireAfterWrite(VALIDADE)
                .ticker(ticker)
                .build();
    }

    private record Lugar(String serverId, int postoId) {

        static Lugar de(ParadaDaViagem parada) {
            return new Lugar(parada.serverId(), parada.postoId());
        }

        static Lugar de(PontoCandidato ponto) {
            return new Lugar(ponto.serverId(), ponto.id());
        }
    }

    /** Questions to the servers of its stops; none if there is no way between them, or it is known that there is time for it. */
    List<PostosRequest> perguntas(ViagemBody pedido) {
        if (pedido.paradas().size() < 2 || haTempo(pedido)) {
            return List.of();
        }
        lugares.invalidateAll(paradas(pedido));
        return pedido.paradas().stream()
                .map(ParadaDaViagem::serverId)
                .distinct()
                .map(serverId ->
                        PostosRequest.deTodos(UUID.randomUUID().toString(), settings.clientId(), serverId, null))
                .toList();
    }

    /** Keeps where the stops are, of what was answered. */
    void ouvir(ViagemBody pedido, Respostas respostas) {
        Set<Lugar> paradas = paradas(pedido);
        PlanoService.pontos(respostas, LugaresDasParadas::lugar).stream()
                .filter(ponto -> paradas.contains(Lugar.de(ponto)))
                .forEach(ponto -> lugares.put(Lugar.de(ponto), ponto));
    }

    /**
     * A way that is not known, because its server is silent or does not say where a point is, is not judged.
     *
     * @throws PedidoRecusado if a stop cannot be reached from the one before in the time between them
     */
    void exigirDirigivel(ViagemBody pedido) {
        PedidoRecusado.seHouver(impossiveis(pedido));
    }

    private boolean haTempo(ViagemBody pedido) {
        return conhecidos(pedido).size() == paradas(pedido).size()
                && impossiveis(pedido).isEmpty();
    }

    private List<ErroCampo> impossiveis(ViagemBody pedido) {
        return caminhos.impossiveis(pedido.paradas(), List.copyOf(conhecidos(pedido)));
    }

    private Collection<PontoCandidato> conhecidos(ViagemBody pedido) {
        return lugares.getAllPresent(paradas(pedido)).values();
    }

    private static Set<Lugar> paradas(ViagemBody pedido) {
        return pedido.paradas().stream().map(Lugar::de).collect(Collectors.toSet());
    }

    /** Empty if its place cannot be, or contradicts what else is said of the point. */
    private static Optional<PontoCandidato> lugar(String serverId, Posto posto) {
        return PontoCandidato.de(serverId, posto, List.of())
                .filter(ponto -> ponto.contradicao().isEmpty());
    }
}
