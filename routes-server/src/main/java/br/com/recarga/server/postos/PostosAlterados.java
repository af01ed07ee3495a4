package br.com.recarga.server.postos;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

/** Whether anything has changed since the points' status was last looked at; noting it costs a request nothing. */
@Service
public class PostosAlterados {

    private final AtomicBoolean alterados = new AtomicBoolean();

    /** To be called once the change can be read by others. */
    public void anotar() {
        alterados.set(true);
    }

    boolean retirar() {
        return alterados.getAndSet(false);
    }
}
