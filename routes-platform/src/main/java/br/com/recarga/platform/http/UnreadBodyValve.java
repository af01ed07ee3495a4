package br.com.recarga.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Closes the connection of whoever has been answered before his body was there, such as somebody without a password: the
 * container would read on, with the thread that has answered, for as long as a byte comes now and then.
 */
public final class UnreadBodyValve extends ValveBase {

    /** By which a filter gets at what only the container may say. */
    private static final String CLOSING = UnreadBodyValve.class.getName();

    public UnreadBodyValve() {
        super(true);
    }

    /**
     * Says that the connection ends with this answer. To servlets an answer that has its whole length is as good as sent, and
     * takes no header any more.
     *
     * @return false if it is too late: some of the answer is on its way
     */
    static boolean sayClose(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(CLOSING) instanceof BooleanSupplier closing) {
            return closing.getAsBoolean();
        }
        response.setHeader(HttpHeaders.CONNECTION, "close");
        return !response.isCommitted();
    }

    private static boolean sayClose(Response response) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        return !response.isCommitted();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        BooleanSupplier closing = () -> sayClose(response);
        request.setAttribute(CLOSING, closing);
        getNext().invoke(request, response);
        if (request.isAsync() || isThere(request.getCoyoteRequest())) {
            return;
        }
        sayClose(response);
        // what follows would make it a fault's
        response.flushBuffer();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean isThere(org.apache.coyote.Request request) {
        long length = request.getContentLengthLong();
        // without this, it only says what it has been asked for before
        request.action(ActionCode.AVAILABLE, false);
        return request.isFinished() || length >= 0 && length - request.getBytesRead() <= request.getAvailable();
    }
}
