package br.com.recarga.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
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

    public UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.isAsync() || isThere(request.getCoyoteRequest())) {
            return;
        }
        response.setHeader(HttpHeaders.CONNECTION, "close");
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
