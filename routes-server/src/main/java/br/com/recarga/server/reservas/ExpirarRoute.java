package br.com.recarga.server.reservas;

import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.replicas.Replicas;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/**
 * Records what the clock has ended, and tells of it. No decision waits for it: every statement asks the clock itself, so a
 * lapsed reservation keeps nobody away even while this route is stopped.
 */
@Component
public class ExpirarRoute extends RouteBuilder implements DirectBuilders, TimerBuilders, Statements {

    public static final String ID = "expirar";

    /** Leaves what has changed in {@link AvisarRoute#MUDADAS}. */
    private static final String REGISTRAR = "expirar-registrar";

    private static final long PERIODO_MS = 5_000;

    private final MudancaService mudancas;
    private final Replicas replicas;

    ExpirarRoute(MudancaService mudancas, Replicas replicas) {
        this.mudancas = mudancas;
        this.replicas = replicas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Registra as reservas que o relógio encerrou e avisa os seus clientes")
            .routeConfigurationId(TimerFailures.ID)
            .filter(exchange -> replicas.fala()).id("uma-das-replicas-expira")
                .to(direct(REGISTRAR))
                .to(direct(AvisarRoute.ID))
            .end();

        from(direct(REGISTRAR)).routeId(REGISTRAR)
            .description("Uma só instrução registra tudo o que o relógio encerrou")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-expirar")
            .setBody(exchange -> mudancas.expiracao())
            .to(select("reservas-expirar.sql", ReservaRegistro.class)).id("reservas-expirar")
            .setVariable(AvisarRoute.MUDADAS.name(), body());
    }
    // @formatter:on
}
