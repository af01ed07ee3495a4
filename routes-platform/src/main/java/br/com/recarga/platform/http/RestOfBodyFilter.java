package br.com.recarga.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is refused before his body has come is answered at once, and the rest is read without a thread: the container would
 * wait for it on the one that answered. To close the connection instead would reset it while he still sends, and his side would
 * then forget an answer that he has not read yet.
 */
@Order(FilterOrder.REST_OF_BODY)
public final class RestOfBodyFilter extends OncePerRequestFilter {

    private final Duration deadline;

    /** @param deadline after which a body that nobody wants is not read any more */
    public RestOfBodyFilter(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.isAsyncStarted()
                || LateBody.isThere(request.getInputStream())
                || !UnreadBodyValve.sayClose(request, response)) {
            return;
        }
        response.flushBuffer();
        new LateBody(request.getInputStream(), request, response, deadline).read();
    }
}
