package br.com.recarga.server.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.Recusa;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing is changed here while another process serves as this server; what is here may be read. */
@Component
@Order(FilterOrder.APPLICATION)
final class SoQuemServeFilter extends OncePerRequestFilter {

    private static final Set<String> LEITURAS = Set.of("GET", "HEAD", "OPTIONS");

    private final Instancias instancias;
    private final ServerSettings settings;

    SoQuemServeFilter(Instancias instancias, ServerSettings settings) {
        this.instancias = instancias;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LEITURAS.contains(request.getMethod()) || instancias.serve()) {
            chain.doFilter(request, response);
        } else {
            Recusa.escrever(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Resposta.erro(null, settings.serverId(), Codigo.SERVIDOR_INDISPONIVEL, Instancias.MENSAGEM));
        }
    }
}
