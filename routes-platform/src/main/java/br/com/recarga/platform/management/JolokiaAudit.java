package br.com.recarga.platform.management;

import br.com.recarga.platform.http.Auditoria;
import java.util.Set;
import org.jolokia.json.JSONObject;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.api.AbstractJolokiaService;
import org.jolokia.server.core.service.request.RequestInterceptor;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes down what is changed through Jolokia. Jolokia finds it in {@code META-INF/jolokia/services}, and calls it in the thread of
 * the request for each operation that it has carried out, also if many came in one request.
 */
public final class JolokiaAudit extends AbstractJolokiaService<RequestInterceptor> implements RequestInterceptor {

    /** Of those that {@code jolokia-access.xml} allows, what changes something. */
    private static final Set<String> ACTS = Set.of("start()", "stop()");

    /** @param order among Jolokia's services, as it asks for it */
    public JolokiaAudit(int order) {
        super(RequestInterceptor.class, order);
    }

    @Override
    public void intercept(JolokiaRequest request, JSONObject answer) {
        if (request instanceof JolokiaExecRequest exec
                && ACTS.contains(exec.getOperation())
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes http) {
            Auditoria.ato(http.getRequest(), exec.getOperation() + " " + exec.getObjectNameAsString());
        }
    }
}
