package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large (413) or not JSON (415), unless its path says otherwise, before any route runs: platform-http has no limit of its own.
 * A body is read whole here, so that a caller who sends slowly holds up no route either.
 */
@Order(FilterOrder.BODY)
public final class JsonBodyFilter extends OncePerRequestFilter {

    /** The largest body, in bytes; a trip of 20 stops takes less than 4 KiB. */
    static final int MAX_BODY = 64 * 1024;

    private static final OutroCorpo JSON = new OutroCorpo(null, MediaType.APPLICATION_JSON, MAX_BODY);

    private final List<OutroCorpo> outros;

    /** @param outros the paths to which other rules apply */
    public JsonBodyFilter(List<OutroCorpo> outros) {
        this.outros = List.copyOf(outros);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OutroCorpo rule = outros.stream()
                .filter(outro -> outro.path().equals(request.getRequestURI().replaceFirst("/$", "")))
                .findFirst()
                .orElse(JSON);
        if (request.getContentLengthLong() > rule.maxBytes()) {
            tooLarge(response, rule);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(rule.maxBytes() + 1);
        String type = rule == JSON ? type(request, body.length) : request.getContentType();
        if (body.length > rule.maxBytes()) {
            tooLarge(response, rule);
        } else if ((body.length > 0 || isWrittenByQuery(request)) && !isOf(rule.type(), type)) {
            refuse(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Codigo.JSON_INVALIDO,
                    "O corpo deve ser " + rule.type());
        } else {
            chain.doFilter(new WithBody(request, body, type), response);
        }
    }

    /**
     * The original's peers do not all say a type, and send parameters without a body as whatever their library takes for
     * granted. A browser, which alone tells an origin, has to say it: without a type, another site could write here unasked.
     */
    private static String type(HttpServletRequest request, int length) {
        String declared = request.getContentType();
        boolean unsaid = declared == null || length == 0;
        return unsaid && request.getHeader(HttpHeaders.ORIGIN) == null ? MediaType.APPLICATION_JSON_VALUE : declared;
    }

    /** What any site may make a browser send without asking first, if no type is needed; all but a POST it asks for. */
    private static boolean isWrittenByQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getHeader(HttpHeaders.ORIGIN) != null
                && query != null
                && !query.isEmpty()
                && request.getMethod().equals("POST");
    }

    private static boolean isOf(MediaType type, String contentType) {
        try {
            return contentType != null && type.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return false;
        }
    }

    private static void tooLarge(HttpServletResponse response, OutroCorpo rule) throws IOException {
        refuse(
                response,
                HttpStatus.PAYLOAD_TOO_LARGE,
                Codigo.LIMITE_EXCEDIDO,
                "O corpo passa de %d KB".formatted(rule.maxBytes() / 1024));
    }

    /** Answers in the contract's shape in place of a route, and closes the connection. */
    static void refuse(HttpServletResponse response, HttpStatus status, Codigo codigo, String mensagem)
            throws IOException {
        // what is left of the body is not worth reading
        response.setHeader("Connection", "close");
        Recusa.escrever(response, status, Resposta.erro(null, null, codigo, mensagem));
    }

    private static final class WithBody extends HttpServletRequestWrapper {

        private final ServletInputStream stream;
        private final String type;

        WithBody(HttpServletRequest request, byte[] body, String type) {
            super(request);
            this.stream = new Stream(new ByteArrayInputStream(body));
            this.type = type;
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? type : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) && type != null
                    ? Collections.enumeration(List.of(type))
                    : super.getHeaders(name);
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }
    }

    private static final class Stream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has been read already");
        }
    }
}
