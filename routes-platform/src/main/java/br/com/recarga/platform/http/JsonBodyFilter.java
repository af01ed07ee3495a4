package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final List<OutroCorpo> outros;
    private final Duration deadline;

    /** @param outros the paths to which other rules apply */
    public JsonBodyFilter(List<OutroCorpo> outros) {
        this(outros, DEADLINE);
    }

    /** @param deadline when a body has to be there, however slowly it comes */
    @Autowired
    public JsonBodyFilter(List<OutroCorpo> outros, @Value("${recarga.limites.corpo:10s}") Duration deadline) {
        this.outros = List.copyOf(outros);
        this.deadline = deadline;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OutroCorpo rule = outros.stream()
                .filter(outro -> outro.path().equals(request.getRequestURI().replaceFirst("/$", "")))
                .findFirst()
                .orElse(JSON);
        WithBody whole = new WithBody(request);
        if (request.getContentLengthLong() > rule.maxBytes()) {
            tooLarge(response, rule);
        } else if (!LateBody.isHere(request)) {
            LateBody.read(request, whole, response, rule.maxBytes(), deadline, new Outcome(whole, response, rule));
        } else if (passes(whole, response, rule, request.getInputStream().readNBytes(rule.maxBytes() + 1))) {
            chain.doFilter(whole, response);
        }
    }

    /** A filter, before all that may refuse a request: whoever is refused while it still sends holds no thread either. */
    public void discardTheRest(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (!request.isAsyncStarted()
                && !request.getInputStream().isFinished()
                && !LateBody.isHere((HttpServletRequest) request)) {
            LateBody.discard((HttpServletRequest) request, (HttpServletResponse) response, deadline);
        }
    }

    /** Gives the request its body, or answers it. */
    private static boolean passes(WithBody request, HttpServletResponse response, OutroCorpo rule, byte[] body)
            throws IOException {
        String type = rule == JSON ? type(request, body.length) : request.getContentType();
        if (body.length > rule.maxBytes()) {
            tooLarge(response, rule);
            return false;
        }
        if ((body.length > 0 || isWrittenByQuery(request)) && !isOf(rule.type(), type)) {
            refuse(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Codigo.JSON_INVALIDO,
                    "O corpo deve ser " + rule.type());
            return false;
        }
        request.setBody(body, type);
        return true;
    }

    private record Outcome(WithBody request, HttpServletResponse response, OutroCorpo rule)
            implements LateBody.Outcome {

        @Override
        public boolean whole(byte[] body) throws IOException {
            return passes(request, response, rule, body);
        }

        @Override
        public void tooLarge() throws IOException {
            JsonBodyFilter.tooLarge(response, rule);
        }

        @Override
        public void tooLate() throws IOException {
            refuse(
                    response,
                    HttpStatus.REQUEST_TIMEOUT,
                    Codigo.LIMITE_EXCEDIDO,
                    "O corpo demorou demais a chegar inteiro");
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

        /** Known where the request came in; what it is asked for later may be on another thread. */
        private final Principal principal;

        private ServletInputStream stream;
        private String type;

        WithBody(HttpServletRequest request) {
            super(request);
            this.principal = request.getUserPrincipal();
            this.type = request.getContentType();
        }

        void setBody(byte[] body, String type) {
            this.stream = new Stream(new ByteArrayInputStream(body));
            this.type = type;
        }

        @Override
        public Principal getUserPrincipal() {
            return principal;
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
