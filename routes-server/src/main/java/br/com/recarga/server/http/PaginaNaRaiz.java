package br.com.recarga.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * At {@code /} a browser gets the operator's page, and everybody else what the original says there: JSON is the answer
 * unless HTML is asked for by name, and not less than anything else.
 */
final class PaginaNaRaiz extends OncePerRequestFilter {

    private static final String PAGINA = "/pagina/index.html";
    private static final List<String> READS = List.of("GET", "HEAD");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (wantsHtml(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            request.getRequestDispatcher(PAGINA).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean wantsHtml(List<String> accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            double html = quality(wanted, type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
            double json = quality(wanted, type -> !type.isWildcardType() && type.includes(MediaType.APPLICATION_JSON));
            double anything = quality(wanted, MediaType::isWildcardType);
            return html > json && html >= anything;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return false;
        }
    }

    /** The highest of those that fit; 0 if none does. */
    private static double quality(List<MediaType> wanted, Predicate<MediaType> fits) {
        return wanted.stream()
                .filter(fits)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
