package br.com.recarga.platform;

import java.util.List;
import org.apache.camel.Exchange;

/** A body that is a list, as camel-sql leaves one whatever the class of its rows. */
public final class Rows {

    private Rows() {}

    /**
     * @param row of what is in it, as a statement's {@code outputClass}
     * @throws ClassCastException if there is something else in it
     */
    public static <R> List<R> of(Exchange exchange, Class<R> row) {
        List<?> rows = exchange.getMessage().getBody(List.class);
        return rows.stream().map(row::cast).toList();
    }
}
