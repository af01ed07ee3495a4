package br.com.recarga.contract;

/** Where an HTTP caller shows the code that whoever reserved was given. */
public final class CodigoReserva {

    /** The header; it goes before {@link #PARAMETRO}, as it does not end up in histories and logs. */
    public static final String CABECALHO = "X-Codigo-Reserva";

    /** The query parameter, for callers that cannot send headers. */
    public static final String PARAMETRO = "codigo";

    private CodigoReserva() {}
}
