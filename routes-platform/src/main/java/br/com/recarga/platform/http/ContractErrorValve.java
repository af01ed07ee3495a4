package br.com.recarga.platform.http;

import br.com.recarga.contract.ContractJson;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

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
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, HttpReplies.RETRY_AFTER_S);
        }
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(ContractJson.mapper().writeValueAsString(ContractErrorController.reply(status)));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // whoever asked does not listen any more
        }
    }
}
