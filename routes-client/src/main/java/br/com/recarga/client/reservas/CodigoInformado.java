package br.com.recarga.client.reservas;

import br.com.recarga.platform.http.Entrada;
import org.apache.camel.Exchange;

/** The code that an HTTP caller shows. */
public final class CodigoInformado {

    private CodigoInformado() {}

    /** Null if it shows none; the header counts before the parameter. */
    public static String de(Exchange exchange) {
        return Entrada.codigoReserva(exchange);
    }
}
