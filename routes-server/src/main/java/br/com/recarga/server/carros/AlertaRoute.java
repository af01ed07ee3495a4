package br.com.recarga.server.carros;

import br.com.recarga.contract.AlertaBateria;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.avisos.PublicarRoute;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.postos.PostoRegistro;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/** Takes a {@link CarroRegistro} whose battery has just become low, publishes its {@link AlertaBateria}. */
@Component
public class AlertaRoute extends EndpointRouteBuilder implements Statements {

    public static final String ID = "alertar-bateria";

    private static final Variable<CarroRegistro> CARRO = Variable.of(AlertaRoute.class, "carro", CarroRegistro.class);
    private static final Variable<List<Passagem>> PASSAGENS =
            Variable.listOf(AlertaRoute.class, "passagens", Passagem.class);

    private final AlertaService alertas;

    AlertaRoute(AlertaService alertas) {
        this.alertas = alertas;
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
            .setBody(this::alerta)
            .process(AlertaRoute::enderecar).id("enderecar-alerta")
            .to(direct(PublicarRoute.ID));
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return alertas.parametros(CARRO.get(exchange));
    }

    private AlertaBateria alerta(Exchange exchange) {
        return alertas.alerta(CARRO.get(exchange), PASSAGENS.get(exchange), Rows.of(exchange, PostoRegistro.class));
    }

    private static void enderecar(Exchange exchange) {
        String placa = exchange.getMessage().getBody(AlertaBateria.class).placa();
        exchange.getMessage().setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, Topics.alerta(placa));
    }
}
