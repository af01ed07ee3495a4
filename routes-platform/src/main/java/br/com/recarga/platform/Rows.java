package br.com.recarga.platform;

import java.util.List;
import org.apache.camel.Exchange;

/** The body that a statement leaves: camel-sql makes a plain list of it, whatever the class of its rows. */
public final class Rows {

    private Rows() {}

    /**
     * @param row the statement's {@code outputClass}
     * @throws ClassCastException if the body holds something else
     */
    public static <R> List<R> of(Exchange exchange, Class<R> row) {
        List<?> rows = exchange.getMessage().getBody(List.class);
        return rows.stream().map(row::cast).toList();
    }
}
