package br.com.recarga.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What every answer tells a browser, whoever gives it: a route, a page, an error, the container itself before any filter has
 * seen the request. Whoever knows better about an answer of its own, such as the pages, sets the header anew.
 */
public final class SecurityHeadersValve extends ValveBase {

    private static final HeaderWriter HEADERS = new StaticHeadersWriter(List.of(
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            new Header("Content-Security-Policy", "frame-ancestors 'none'"),
            new Header("Referrer-Policy", "no-referrer"),
            // codes, plates and trips are in most answers; what may be kept says so itself
            new Header(HttpHeaders.CACHE_CONTROL, "no-store")));

    public SecurityHeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        write(request, response);
        getNext().invoke(request, response);
    }

    /** Those that are not there yet. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        HEADERS.writeHeaders(request, response);
    }
}
