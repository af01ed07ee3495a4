package br.com.recarga.client;

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
 * A test of the whole client, started as in production: by its main method, configured by the names of the contract. Only
 * its MQTT edges are replaced, see {@link ClientHarness}. All tests share one context, and each finds it as new.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@SpringBootTest(
        useMainMethod = UseMainMethod.ALWAYS,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "MQTT_CLIENT_ID=client_servidor_7",
            "DATABASE_URL=sqlite:///./target/bancos/${random.uuid}.db",
            "MQTT_BROKER=127.0.0.1",
            // nobody listens there
            "MQTT_PORT=1",
            "recarga.mqtt.reconnect-delay=1h",
            "logging.level.root=warn"
        })
@Import(ClientHarness.class)
@ExtendWith(ClientHarness.AsNew.class)
public @interface ClientTest {}
