package br.com.recarga.client.reservas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code POST /reservar}: from HTTP to MQTT, and the reply all the way back. */
@Component
public class PedirReservaRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "pedir-reserva";

    private final ClientSettings settings;

    PedirReservaRoute(ClientSettings settings) {
        this.settings = settings;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica o pedido de reserva e espera a resposta do servidor, sem prender uma thread")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificar).id("identificar-pedido")
            // over HTTP the car lies flat in the body: an error names placa, and not carro.placa
            .setVariable(HttpReplies.FLATTENED.name(), constant("carro."))
            .process(Entrada.ler(ReservarBody.class)).id("ler-reserva")
            .setBody(this::pedido)
            .to(beanValidator("reserva")).id("validar-reserva")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.RESERVAR))
            .to(direct(PerguntarRoute.ID))
            .process(RespostaDoServidor::responder).id("responder-reserva");
    }
    // @formatter:on

    private ReservaRequest pedido(Exchange exchange) {
        ReservarBody body = exchange.getMessage().getBody(ReservarBody.class);
        return body.toRequest(HttpReplies.REQUEST_ID.get(exchange), settings.clientId());
    }
}
