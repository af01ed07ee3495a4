package br.com.recarga.server.carros;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.avisos.Aviso;
import br.com.recarga.server.avisos.AvisosService;
import br.com.recarga.server.avisos.PublicarRoute;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.postos.PostoRegistro;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link CarroRegistro} whose battery has just become low, publishes its {@link AlertaBateria}. */
@Component
public class AlertaRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "alertar-bateria";

    private static final Variable<CarroRegistro> CARRO = Variable.of(AlertaRoute.class, "carro", CarroRegistro.class);
    private static final Variable<List<Passagem>> PASSAGENS =
            Variable.listOf(AlertaRoute.class, "passagens", Passagem.class);

    private final AlertaService alertas;
    private final AvisosService avisos;

    AlertaRoute(AlertaService alertas, AvisosService avisos) {
        this.alertas = alertas;
        this.avisos = avisos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Conta a um carro com bateria baixa que postos livres deste servidor ele alcança")
            .errorHandler(noErrorHandler())
            .setVariable(CARRO.name(), body())
            .setBody(this::parametros)
            .to(select("carro-passagens.sql", Passagem.class).dataSource("#leitura")).id("carro-passagens")
            .setVariable(PASSAGENS.name(), body())
            .setBody(this::parametros)
            .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("postos-livres-agora")
            .setBody(this::alerta).id("alerta-do-carro")
            .to(direct(PublicarRoute.TODOS));
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return alertas.parametros(CARRO.get(exchange));
    }

    private List<Aviso> alerta(Exchange exchange) {
        return avisos.aoCarro(
                alertas.alerta(CARRO.get(exchange), PASSAGENS.get(exchange), Rows.of(exchange, PostoRegistro.class)));
    }
}
