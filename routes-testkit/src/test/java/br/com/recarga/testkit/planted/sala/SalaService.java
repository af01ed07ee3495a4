package br.com.recarga.testkit.planted.sala;

import br.com.recarga.testkit.planted.porta.Porta;
import org.apache.camel.Exchange;

/** Opens a door from within, and is a service that knows Camel. */
public final class SalaService {

    public void abrir(Exchange exchange) {
        new Porta().process(exchange);
    }
}
