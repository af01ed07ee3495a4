package br.com.recarga.server.instancias;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Whether this process serves, and of several that are one server the one that speaks for them: for whoever measures. */
@Component
final class InstanciaMeters implements MeterBinder {

    private final Instancias instancias;

    InstanciaMeters(Instancias instancias) {
        this.instancias = instancias;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("recarga.servidor.serve", instancias, all -> all.serve() ? 1 : 0)
                .description("1 se este processo atende pelo seu servidor, 0 se outro atende no lugar dele")
                .register(registry);
        Gauge.builder("recarga.servidor.fala", instancias, all -> all.fala() ? 1 : 0)
                .description(
                        "1 se este processo anuncia o seu servidor e registra o que o relógio encerra; das réplicas, uma")
                .register(registry);
    }
}
