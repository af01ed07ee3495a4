package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Situacao;

/**
 * A row of {@code reservas}, with the state that the clock gives it.
 *
 * @param posto the point's name
 * @param inicio ISO-8601, UTC
 * @param fim ISO-8601, UTC
 * @param criadaEm ISO-8601, UTC
 * @param chegouEm since when the car waits for its point, ISO-8601, UTC; null if it does not
 * @param alteradaPor who changed it last
 * @param motivo why it was changed last; may be null
 */
public record ReservaRegistro(
        String reservaId,
        String codigoReserva,
        String requestId,
        String clientId,
        String viagemId,
        int postoId,
        String posto,
        String placa,
        String inicio,
        String fim,
        String criadaEm,
        String chegouEm,
        Autor alteradaPor,
        String motivo,
        Situacao situacao) {

    /** Why it has lapsed, in a sentence. */
    public String porqueExpirou() {
        return chegouEm == null
                ? "A reserva expirou: o carro não chegou a tempo"
                : "A reserva expirou: o carro chegou a tempo, mas o posto não ficou livre até o fim da janela";
    }

    /** Whether this is what whoever reserved was given. */
    boolean temCodigo(String codigo) {
        return codigoReserva.equals(codigo);
    }
}
