package br.com.recarga.platform.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;

/**
 * What Tomcat refuses before any application hears of it, such as a path with broken escapes, in the contract's error shape
 * instead of a page.
 */
public final class ContractErrorValve extends ErrorReportValve {

    /** Lets Tomcat use it. */
    public static WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ContractErrorValve.class.getName()));
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // a fault has made Tomcat forget them
        SecurityHeadersValve.write(request, response);
        try {
            Recusa.escrever(response, status, ContractErrorController.reply(status));
        } catch (IOException gone) {
            // whoever asked does not listen any more
        }
    }
}
