package br.com.recarga.platform.limites;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Takes a caller's address, scheme, host and port from {@code X-Forwarded-*} if a {@linkplain Proxies known proxy} says them,
 * and from the connection else. Of the addresses that a proxy hands on, the last that is no known proxy's counts: what stands
 * before it the caller may have written.
 */
public final class ProxyValve extends RemoteIpValve {

    private static final String FOR = "X-Forwarded-For";

    private final Proxies proxies;

    public ProxyValve(Proxies proxies) {
        this.proxies = proxies;
        // who is one has been decided here
        setInternalProxies(".*");
        setRemoteIpHeader(FOR);
        setProtocolHeader("X-Forwarded-Proto");
        setHostHeader("X-Forwarded-Host");
        setPortHeader("X-Forwarded-Port");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!proxies.contains(request.getRemoteAddr())) {
            getNext().invoke(request, response);
            return;
        }
        String caller = caller(Collections.list(request.getHeaders(FOR)));
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        if (caller == null) {
            headers.removeHeader(FOR);
        } else {
            headers.setValue(FOR).setString(caller);
        }
        super.invoke(request, response);
    }

    /** Null if none is an address. */
    private String caller(List<String> forwarded) {
        List<String> hops = forwarded.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        String caller = null;
        for (int hop = hops.size() - 1; hop >= 0; hop--) {
            if (!hops.get(hop).matches("[0-9a-fA-F:.]{2,45}")) {
                return caller;
            }
            caller = hops.get(hop);
            if (!proxies.contains(caller)) {
                return caller;
            }
        }
        return caller;
    }
}
