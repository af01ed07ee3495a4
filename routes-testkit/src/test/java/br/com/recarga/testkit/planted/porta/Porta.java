package br.com.recarga.testkit.planted.porta;

import br.com.recarga.testkit.planted.baixo.Baixo;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A door, and a part of Camel: it may know what it opens to. */
public final class Porta implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(Baixo.isAlto(exchange.getMessage().getBody()));
    }
}
