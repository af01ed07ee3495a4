package br.com.recarga.client.reservas;

import br.com.recarga.contract.CodigoReserva;
import org.apache.camel.Exchange;

/** The code that an HTTP caller shows. */
public final class CodigoInformado {

    private CodigoInformado() {}

    /** Null if it shows none; the header counts before the parameter. */
    public static String de(Exchange exchange) {
        String header = exchange.getMessage().getHeader(CodigoReserva.CABECALHO, String.class);
        return header != null ? header : exchange.getMessage().getHeader(CodigoReserva.PARAMETRO, String.class);
    }
}
