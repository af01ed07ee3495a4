package br.com.recarga.server.http;

import br.com.recarga.contract.Autor;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.umavez.UmaVezRoute;
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
        boolean authenticated =
                exchange.getMessage(PlatformHttpMessage.class).getRequest().getUserPrincipal() != null;
        UmaVezRoute.AUTOR.set(exchange, authenticated ? Autor.OPERADOR : Autor.MOTORISTA);
        HttpReplies.SERVER_ID.set(exchange, settings.serverId());
    }
}
