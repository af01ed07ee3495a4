package br.com.recarga.server.instancias;

import br.com.recarga.contract.ServidorStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** A process in whose place another one serves must not be sent any work. Named {@code instancia} in the readiness group. */
@Component
final class InstanciaHealthIndicator extends AbstractHealthIndicator {

    private final Instancias instancias;

    InstanciaHealthIndicator(Instancias instancias) {
        this.instancias = instancias;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        ServidorStatus outra = instancias.outra();
        if (outra == null) {
            builder.up();
        } else {
            builder.outOfService().withDetail("outra", outra);
        }
    }
}
