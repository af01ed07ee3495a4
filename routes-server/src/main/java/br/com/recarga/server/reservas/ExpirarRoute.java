package br.com.recarga.server.reservas;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Records what the clock has ended, and tells of it. No decision waits for it: every statement asks the clock itself, so a
 * lapsed reservation keeps nobody away even while this route is stopped.
 */
@Component
public class ExpirarRoute extends EndpointRouteBuilder {

    public static final String ID = "expirar";

    /** Forgets answers that nobody asks for any more. */
    public static final String PODAR = "podar-respostas";

    private static final long EXPIRAR_MS = 5_000;
    private static final long PODAR_MS = 10_000;

    private final MudancaService mudancas;

    ExpirarRoute(MudancaService mudancas) {
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(EXPIRAR_MS).delay(EXPIRAR_MS)).routeId(ID)
            .description("Registra as reservas que o relógio encerrou e avisa os seus clientes")
            .setBody(this::expiracao)
            .to(sql("classpath:sql/reservas-expirar.sql").outputClass(ReservaRegistro.class.getName())).id("reservas-expirar")
            .setVariable(AvisarRoute.MUDADAS, body())
            .to(direct(AvisarRoute.ID));

        from(timer(PODAR).period(PODAR_MS).delay(PODAR_MS)).routeId(PODAR)
            .description("Esquece respostas guardadas há mais tempo do que alguém repete um pedido")
            .setBody(this::poda)
            .to(sql("classpath:sql/respostas-podar.sql")).id("respostas-podar")
            .setBody(this::poda)
            .to(sql("classpath:sql/viagens-canceladas-podar.sql")).id("viagens-canceladas-podar");
    }
    // @formatter:on

    private Map<String, Object> expiracao(Exchange exchange) {
        return mudancas.expiracao();
    }

    private Map<String, Object> poda(Exchange exchange) {
        return mudancas.poda();
    }
}
