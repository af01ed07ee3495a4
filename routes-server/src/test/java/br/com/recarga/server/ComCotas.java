package br.com.recarga.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link ServerTest} of a server that lets nobody take more than a closed one does. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
        properties = {
            "RECARGA_COTAS_POR_PLACA=3",
            "RECARGA_COTAS_PRE_RESERVAS=1",
            "RECARGA_COTAS_DIAS_ADIANTE=14",
            "RECARGA_COTAS_PARCEIROS=" + ComCotas.PARCEIRO + "=4"
        })
public @interface ComCotas {

    /** May have four reservations open. */
    String PARCEIRO = "c-parceiro";
}
