package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Lets a trip in {@link ViagemSaga#VIAGEM} go on once all is certain that was asked, by {@link ViagemSaga#RESPOSTAS} or by the
 * clock; else notes who has not answered, for the driver, and fails with {@link Incompleta}.
 */
@Component
public class AguardarRoute extends EndpointRouteBuilder {

    public static final String ID = "viagem-aguardar";

    /** Variable: whether it was ever decided to confirm the attempt. */
    static final String DECIDIDA = "decidida";

    private final CertezaService certeza;

    AguardarRoute(CertezaService certeza) {
        this.certeza = certeza;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Anota que servidores faltam, e espera por eles, a não ser que o relógio já tenha dado a certeza")
            .errorHandler(noErrorHandler())
            .filter(this::faltam)
                .setBody(this::parametros)
                .to(sql("classpath:viagens/viagem-aguardar.sql")).id("viagem-anotar-espera")
                .filter(exchange -> !caducou(exchange))
                    .process(this::esperar).id("esperar-servidores")
                .end()
            .end();
    }
    // @formatter:on

    private boolean faltam(Exchange exchange) {
        return !certeza.faltam(respostas(exchange)).isEmpty();
    }

    private Map<String, Object> parametros(Exchange exchange) {
        return certeza.espera(viagem(exchange), respostas(exchange));
    }

    private boolean caducou(Exchange exchange) {
        return certeza.caducou(viagem(exchange), exchange.getVariable(DECIDIDA, Boolean.class));
    }

    private void esperar(Exchange exchange) {
        throw new Incompleta(certeza.faltam(respostas(exchange)));
    }

    private static Respostas respostas(Exchange exchange) {
        return exchange.getVariable(ViagemSaga.RESPOSTAS, Respostas.class);
    }

    private static ViagemRegistro viagem(Exchange exchange) {
        return exchange.getVariable(ViagemSaga.VIAGEM, ViagemRegistro.class);
    }
}
