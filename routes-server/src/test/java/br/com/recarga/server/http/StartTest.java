package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** Whoever comes before the routes run. */
@ServerTest
class StartTest {

    @Autowired
    private Early early;

    @Test
    void whileTheServerStartsNoCredentialIsJudgedAndNoParameterRead() {
        assertThat(early.answers)
                .containsOnlyKeys("the operator", "nobody", "a stranger", "a path that cannot be read");
        assertThat(early.answers.values()).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.codigo()).isEqualTo("SERVIDOR_INDISPONIVEL");
        });
    }

    @TestConfiguration
    static class Configuration {

        @Bean
        Early early(ServletWebServerApplicationContext server) {
            return new Early(server);
        }
    }

    /** Asks as soon as the server listens. */
    private static final class Early implements CamelContextConfiguration {

        private final ServletWebServerApplicationContext server;
        private final Map<String, Answer> answers = new LinkedHashMap<>();

        Early(ServletWebServerApplicationContext server) {
            this.server = server;
        }

        @Override
        public void beforeApplicationStart(CamelContext camel) {
            int port = server.getWebServer().getPort();
            answers.put("the operator", Operador.at(port).get("/reservas"));
            answers.put("nobody", Operador.nobody(port).get("/reservas"));
            answers.put(
                    "a stranger",
                    Operador.nobody(port)
                            .send("GET", "/reservas", null, "Authorization", Operador.basic("operador", "errada")));
            answers.put("a path that cannot be read", Operador.nobody(port).get("/pontos?disponivel=%FF"));
        }

        @Override
        public void afterApplicationStart(CamelContext camel) {
            // too late
        }
    }
}
