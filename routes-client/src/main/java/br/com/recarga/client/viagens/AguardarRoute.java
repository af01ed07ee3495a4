package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.RESPOSTAS;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.platform.Variable;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/**
 * Lets a trip in {@link ViagemSaga#VIAGEM} go on once all is certain that was asked, by {@link ViagemSaga#RESPOSTAS} or by the
 * clock; else notes who has not answered, for the driver, and fails with {@link Incompleta}.
 */
@Component
public class AguardarRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "viagem-aguardar";

    /** Whether it was ever decided to confirm the attempt. */
    static final Variable<Boolean> DECIDIDA = Variable.of(AguardarRoute.class, "decidida", Boolean.class);

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
            .filter(exchange -> !faltam(exchange).isEmpty())
                .setBody(exchange -> LinhaDaViagem.espera(VIAGEM.get(exchange), faltam(exchange)))
                .to(sql("classpath:viagens/viagem-aguardar.sql")).id("viagem-anotar-espera")
                .filter(exchange -> !certeza.caducou(VIAGEM.get(exchange), DECIDIDA.get(exchange)))
                    .process(this::esperar).id("esperar-servidores")
                .end()
            .end();
    }
    // @formatter:on

    private Set<String> faltam(Exchange exchange) {
        return certeza.faltam(RESPOSTAS.get(exchange));
    }

    private void esperar(Exchange exchange) {
        throw new Incompleta(faltam(exchange));
    }
}
