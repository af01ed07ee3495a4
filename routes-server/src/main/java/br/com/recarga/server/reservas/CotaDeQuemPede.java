package br.com.recarga.server.reservas;

import br.com.recarga.platform.Variable;
import br.com.recarga.server.cotas.Cota;
import br.com.recarga.server.cotas.Cotas;
import br.com.recarga.server.umavez.UmaVezRoute;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/** A step before a decision: the quota of whoever asks, as the door that the request came through has found out who that is. */
@Component
public class CotaDeQuemPede implements Processor {

    public static final Variable<Cota> COTA = Variable.of(CotaDeQuemPede.class, "cota", Cota.class);

    private final Cotas cotas;

    CotaDeQuemPede(Cotas cotas) {
        this.cotas = cotas;
    }

    @Override
    public void process(Exchange exchange) {
        COTA.set(exchange, cotas.de(UmaVezRoute.quem(exchange).autor(), UmaVezRoute.CLIENTE.get(exchange)));
    }
}
