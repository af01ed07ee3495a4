package br.com.recarga.platform.limites;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.Recusa;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token bucket for what each address reads, and one for what it writes (429). */
@Order(FilterOrder.LIMITS)
public final class PedidosPorEndereco extends OncePerRequestFilter {

    private static final Set<String> LEITURAS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Duration MINUTO = Duration.ofMinutes(1);

    /** Some 20 MB at worst; the one that has been away longest goes first. */
    private static final int MAX_ENDERECOS = 50_000;

    private final LoadingCache<String, Bucket> leituras;
    private final LoadingCache<String, Bucket> escritas;

    public PedidosPorEndereco(LimitesSettings settings) {
        this.leituras = baldes(settings.leituras());
        this.escritas = baldes(settings.escritas());
    }

    /** A bucket that nobody has touched for a minute is full, as a new one is: forgetting it gives nothing away. */
    private static LoadingCache<String, Bucket> baldes(int porMinuto) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_ENDERECOS)
                .expireAfterAccess(MINUTO)
                .build(endereco -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(porMinuto).refillGreedy(porMinuto, MINUTO))
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LoadingCache<String, Bucket> baldes = LEITURAS.contains(request.getMethod()) ? leituras : escritas;
        ConsumptionProbe probe = baldes.get(Origem.de(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            recusar(
                    response,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    "Pedidos demais deste endereço; tente de novo daqui a pouco");
        }
    }

    static void recusar(HttpServletResponse response, Duration espera, String mensagem) throws IOException {
        Recusa.escrever(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                Resposta.erro(null, null, Codigo.LIMITE_EXCEDIDO, mensagem),
                espera);
    }
}
