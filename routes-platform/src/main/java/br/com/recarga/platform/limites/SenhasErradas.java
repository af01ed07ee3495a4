package br.com.recarga.platform.limites;

import br.com.recarga.platform.http.FilterOrder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has sent too many wrong passwords from an address waits before the next is looked at, right or wrong (429): a
 * second, then twice as long after each, up to a minute. A right one in between forgives nothing, so that nobody can guess at
 * the cost of asking what is open to all; a quarter of an hour without a wrong one does. Tells the log once a minute.
 */
@Order(FilterOrder.LOGIN)
public final class SenhasErradas extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SenhasErradas.class);

    private static final Duration ESQUECIDAS_EM = Duration.ofMinutes(15);
    private static final Duration MAIOR_ESPERA = Duration.ofMinutes(1);
    private static final Duration ENTRE_AVISOS = Duration.ofMinutes(1);
    private static final int MAX_ENDERECOS = 50_000;

    private final Cache<String, Falhas> falhas = Caffeine.newBuilder()
            .maximumSize(MAX_ENDERECOS)
            .expireAfterWrite(ESQUECIDAS_EM)
            .build();

    private final LimitesSettings settings;

    public SenhasErradas(LimitesSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            chain.doFilter(request, response);
            return;
        }
        String origem = Origem.de(request.getRemoteAddr());
        Falhas antes = falhas.getIfPresent(origem);
        Duration espera = antes == null ? Duration.ZERO : Duration.ofNanos(antes.ate() - System.nanoTime());
        if (espera.compareTo(Duration.ZERO) > 0) {
            PedidosPorEndereco.recusar(response, espera, "Senhas erradas demais deste endereço; espere um pouco");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            falhas.asMap().compute(origem, (endereco, outras) -> mais(endereco, outras));
        }
    }

    private Falhas mais(String endereco, Falhas antes) {
        long agora = System.nanoTime();
        int quantas = antes == null ? 1 : antes.quantas() + 1;
        int aMais = quantas - settings.senhas();
        Duration espera = aMais < 0
                ? Duration.ZERO
                : aMais >= Integer.SIZE - 1 || MAIOR_ESPERA.toSeconds() < 1L << aMais
                        ? MAIOR_ESPERA
                        : Duration.ofSeconds(1L << aMais);
        boolean avisar = antes == null || agora - antes.aviso() >= ENTRE_AVISOS.toNanos();
        if (avisar) {
            LOG.warn("Senha errada de {}: {} no último quarto de hora", endereco, quantas);
        }
        return new Falhas(quantas, agora + espera.toNanos(), avisar ? agora : antes.aviso());
    }

    /**
     * @param ate until when nobody is listened to
     * @param aviso when the log was last told
     */
    private record Falhas(int quantas, long ate, long aviso) {}
}
