package br.com.recarga.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Hands on, to whoever finds that a caller sends without end, what only the container can do: close, and read no further. */
public final class HangUpValve extends ValveBase {

    /** The attribute of a request with a {@link Runnable}. */
    static final String HANG_UP = HangUpValve.class.getName();

    public HangUpValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable hangUp = () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        request.setAttribute(HANG_UP, hangUp);
        getNext().invoke(request, response);
    }
}
