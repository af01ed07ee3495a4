package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large (413) or not JSON (415), before any route runs, as platform-http has no limit of its own;
 * {@link OutroCorpo} says to which paths others may be sent.
 * A body is read whole here, so that a caller who sends slowly holds up no route; nor a thread, as what has not come with the
 * head is read {@linkplain LateBody as it comes}.
 */
@Order(FilterOrder.BODY)
public final class JsonBodyFilter extends OncePerRequestFilter {

    /** The largest body, in bytes; a trip of 20 stops takes less than 4 KiB. */
    static final int MAX_BODY = 64 * 1024;

    private static final OutroCorpo JSON = new OutroCorpo(null, MediaType.APPLICATION_JSON, MAX_BODY);

    /** Bytes of a body for which there is always room, however many are under way; also what the container reads at once. */
    private static final int FIRST = 8 * 1024;

    /** How many that are larger may be under way at a time, of those who do not say who they are. */
    private static final int MAX_LARGER = 256;

    private final List<OutroCorpo> outros;
    private final Duration deadline;
    private final Semaphore larger = new Semaphore(MAX_LARGER);

    /**
     * @param outros the paths to which other rules apply
     * @param deadline for a whole body, and a second more for each 16 KiB of it (408)
     */
    public JsonBodyFilter(List<OutroCorpo> outros, Duration deadline) {
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
        long length = request.getContentLengthLong();
        if (length > rule.maxBytes()) {
            tooLarge(response, rule);
            return;
        }
        byte[] first = new byte[(int) Math.min(Math.max(length, 0), FIRST)];
        ServletInputStream in = request.getInputStream();
        int arrived = LateBody.arrived(in, first);
        WithBody withBody = new WithBody(request, rule);
        if (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || arrived < length) {
            new Gathered(in, withBody, response, rule, first, arrived).read();
        } else if (withBody.takes(first)) {
            chain.doFilter(withBody, response);
        } else {
            wrongType(response, rule);
        }
    }

    /**
     * The original's peers do not all say a type, and send parameters without a body as whatever their library takes for
     * granted. A browser, which alone tells an origin, has to say it: without a type, another site could write here unasked.
     */
    private static String typeOf(HttpServletRequest request, int length) {
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

    private static void wrongType(HttpServletResponse response, OutroCorpo rule) throws IOException {
        refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, Codigo.JSON_INVALIDO, "O corpo deve ser " + rule.type());
    }

    /** A body that goes on its way once it is whole. */
    private final class Gathered extends LateBody {

        private final WithBody request;
        private final HttpServletResponse response;
        private final OutroCorpo rule;
        /** Null once it is refused. */
        private byte[] body;

        private int count;
        private boolean isCounted;

        Gathered(
                ServletInputStream in,
                WithBody request,
                HttpServletResponse response,
                OutroCorpo rule,
                byte[] first,
                int arrived) {
            super(in, request, response, deadline);
            this.request = request;
            this.response = response;
            this.rule = rule;
            this.body = first;
            this.count = arrived;
        }

        @Override
        boolean take(byte[] bytes, int more) throws IOException {
            if (body == null) {
                return super.take(bytes, more);
            }
            if (count + more > rule.maxBytes()) {
                tooLarge(response, rule);
                forget();
            } else if (!hasRoom(count + more)) {
                refuse(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        Codigo.SERVIDOR_INDISPONIVEL,
                        "Corpos grandes demais a caminho; tente de novo daqui a pouco");
                forget();
            } else {
                if (count + more > body.length) {
                    body = Arrays.copyOf(body, Math.max(count + more, 2 * body.length));
                }
                System.arraycopy(bytes, 0, body, count, more);
                count += more;
            }
            return true;
        }

        private boolean hasRoom(int bytes) {
            if (bytes > FIRST && request.getUserPrincipal() == null && !isCounted) {
                isCounted = larger.tryAcquire();
                return isCounted;
            }
            return true;
        }

        private void forget() throws IOException {
            body = null;
            end();
            response.flushBuffer();
        }

        @Override
        void whole(AsyncContext context) throws IOException {
            if (body != null && request.takes(Arrays.copyOf(body, count))) {
                context.dispatch();
                return;
            }
            if (body != null) {
                wrongType(response, rule);
            }
            context.complete();
        }

        @Override
        void late() throws IOException {
            if (body != null) {
                refuse(
                        response,
                        HttpStatus.REQUEST_TIMEOUT,
                        Codigo.LIMITE_EXCEDIDO,
                        "O corpo demorou demais a chegar inteiro");
            }
        }

        @Override
        void end() {
            if (isCounted) {
                isCounted = false;
                larger.release();
            }
        }
    }

    private static final class WithBody extends HttpServletRequestWrapper {

        private final OutroCorpo rule;
        /** Found out on the thread that has checked the credential. */
        private final Principal who;

        private ServletInputStream stream;
        private String type;

        WithBody(HttpServletRequest request, OutroCorpo rule) {
            super(request);
            this.rule = rule;
            this.who = request.getUserPrincipal();
        }

        /** @return whether the body is of a type that may be here */
        boolean takes(byte[] body) {
            HttpServletRequest request = (HttpServletRequest) getRequest();
            stream = new Stream(new ByteArrayInputStream(body));
            type = rule == JSON ? typeOf(request, body.length) : request.getContentType();
            return body.length == 0 && !isWrittenByQuery(request) || isOf(rule.type(), type);
        }

        @Override
        public Principal getUserPrincipal() {
            return who;
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
