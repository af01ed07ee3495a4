package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class ContractErrorValveTest {

    @ParameterizedTest
    @CsvSource({"503, SERVIDOR_INDISPONIVEL, 1", "500, ERRO_INTERNO, ", "400, DADOS_INVALIDOS, "})
    void whatTomcatRefusesHasTheContractsShapeAndSaysWhenToComeBack(int status, Codigo codigo, String retryAfter)
            throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        ContractErrorValve.customizer().customize(factory);
        factory.addContextValves(new Refusing(status));
        WebServer server = factory.getWebServer();
        server.start();
        try {
            HttpResponse<String> answer = Http.get(server.getPort(), "/");

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Http.resposta(answer).codigo()).isEqualTo(codigo);
            assertThat(answer.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
        } finally {
            server.stop();
        }
    }

    private static final class Refusing extends ValveBase {

        private final int status;

        Refusing(int status) {
            super(true);
            this.status = status;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException {
            response.sendError(status);
        }
    }
}
