package br.com.recarga.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole server, started as in production: by its main method, configured by the names of the contract. Only
 * its MQTT edges are replaced, see {@link ServerHarness}. All tests share one context, and each finds it as new.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@SpringBootTest(
        useMainMethod = UseMainMethod.ALWAYS,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "SERVER_ID=" + ServerTest.SERVER_ID,
            "DATABASE_URL=sqlite:///./target/bancos/${random.uuid}.db",
            "MQTT_BROKER=127.0.0.1",
            // nobody listens there
            "MQTT_PORT=1",
            "RECARGA_POSTOS_CSV=src/test/resources/postos.csv",
            "RECARGA_OPERADOR_SENHA=" + ServerTest.OPERADOR_SENHA,
            "RECARGA_OPERADORES=" + ServerTest.PESSOA
                    + ":operar:{bcrypt}$2a$04$pXkOa0w6wLQa3H1hI/mAYOue/piNEGnSqYnwkrsIF85sceyNwufZW",
            "recarga.mqtt.reconnect-delay=1h",
            "logging.level.root=warn",
            "logging.level.br.com.recarga.auditoria=info"
        })
@Import({TestClock.class, ServerHarness.class})
@ExtendWith(ServerHarness.AsNew.class)
public @interface ServerTest {

    String SERVER_ID = "server7";

    String OPERADOR = "operador";

    String OPERADOR_SENHA = "segredo do operador";

    /** Another one, who may operate. */
    String PESSOA = "ana";

    String PESSOA_SENHA = "segredo da ana";
}
