package br.com.recarga.platform.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Who has done what, and who was not let in: a line each, in a logger of its own. None says a query, a header or a body, where
 * passwords and codes are; and none says a name that is nobody's, as people type their password there.
 */
public final class Auditoria {

    private static final Logger LOG = LoggerFactory.getLogger("br.com.recarga.auditoria");

    private static final int CAMINHO = 200;

    private Auditoria() {}

    /** @param conhecido whether somebody has that name */
    public static void entradaRecusada(HttpServletRequest request, Predicate<String> conhecido) {
        LOG.warn(
                "entrada recusada: quem={} de={} {}",
                nome(request).filter(conhecido).orElse("desconhecido"),
                request.getRemoteAddr(),
                oQue(request));
    }

    /** Told when the answer is there, also if that is later than now. */
    public static void ato(HttpServletRequest request, HttpServletResponse response, String quem) {
        String de = request.getRemoteAddr();
        String oQue = oQue(request);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AoFim(() -> ato(quem, de, oQue, response.getStatus())));
        } else {
            ato(quem, de, oQue, response.getStatus());
        }
    }

    /** @param oQue that was done within the request; a word of ours or of a name that exists */
    public static void ato(HttpServletRequest request, String oQue) {
        LOG.info("ato: quem={} de={} {}", request.getRemoteUser(), request.getRemoteAddr(), oQue);
    }

    private static void ato(String quem, String de, String oQue, int status) {
        LOG.info("ato: quem={} de={} {} status={}", quem, de, oQue, status);
    }

    /** That was given with the password; empty if none can be read. */
    private static Optional<String> nome(HttpServletRequest request) {
        try {
            return Optional.ofNullable(new BasicAuthenticationConverter().convert(request))
                    .map(Authentication::getName);
        } catch (AuthenticationException unreadable) {
            return Optional.empty();
        }
    }

    /** The path as it came, still encoded: it has no line ends. */
    private static String oQue(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod() + " " + path.substring(0, Math.min(path.length(), CAMINHO));
    }

    private record AoFim(Runnable dizer) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            dizer.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // is completed afterwards
        }

        @Override
        public void onError(AsyncEvent event) {
            // is completed afterwards
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // forgets its listeners
            event.getAsyncContext().addListener(this);
        }
    }
}
