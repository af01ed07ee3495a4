package br.com.recarga.server.http;

import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.umavez.Quem;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.security.Principal;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.springframework.stereotype.Component;

/**
 * The first step of a door through which operators and drivers come: tells the inner routes who asks. Later steps replace
 * the message, and with it the request.
 */
@Component
class QuemPede implements Processor {

    private final ServerSettings settings;

    QuemPede(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void process(Exchange exchange) {
        Principal operador =
                exchange.getMessage(PlatformHttpMessage.class).getRequest().getUserPrincipal();
        if (operador != null) {
            UmaVezRoute.QUEM.set(exchange, Quem.operador(operador.getName()));
        }
        HttpReplies.SERVER_ID.set(exchange, settings.serverId());
    }
}
