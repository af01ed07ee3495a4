package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.erros.ErrorReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Failures of a request over MQTT are answered like everything else; those of the answer itself are logged. */
@Component
public class ErrosMqtt extends RouteConfigurationBuilder implements DirectBuilders {

    static final String ID = "erros-mqtt";

    private final ErrorReplies errors;

    ErrosMqtt(ErrorReplies errors) {
        this.errors = errors;
    }

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Throwable.class)
                .handled(true)
                .setBody(this::resposta)
                .to(direct(ResponderRoute.ID));
    }

    private Resposta resposta(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Envelope envelope = PedidosRoute.PEDIDO.get(exchange).envelope();
        return errors.replyTo(failure, envelope.requestId(), envelope.serverId());
    }
}
