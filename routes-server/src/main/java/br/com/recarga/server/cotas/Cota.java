package br.com.recarga.server.cotas;

import br.com.recarga.contract.Janela;
import br.com.recarga.contract.Plano;
import br.com.recarga.server.janelas.Instantes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much whoever asks may reserve at this server; what is null has no bound.
 *
 * @param porPlaca open reservations of the car
 * @param preReservas trips that are held for the car
 * @param ate the latest start of a window
 * @param parceiro whoever asks, if it is a partner; what it reserves is counted
 * @param doParceiro open reservations of that partner
 */
public record Cota(Integer porPlaca, Integer preReservas, Instant ate, String parceiro, Integer doParceiro) {

    /** Of whom nothing is counted. */
    static final Cota LIVRE = new Cota(null, null, null, null, null);

    private static final String NUNCA = "9999-12-31T23:59:59Z";

    /** Parameters of every statement that decides by it, and of {@code cotas-alcancadas.sql}. */
    public Map<String, Object> parametros() {
        // whoever asks names the trip: without a bound, what counts as one would be as much as they like
        boolean contada = porPlaca != null || preReservas != null || doParceiro != null;
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("por_placa", porPlaca);
        parametros.put("pre_reservas", preReservas);
        parametros.put("ate", ate == null ? NUNCA : Instantes.format(ate));
        parametros.put("parceiro", parceiro);
        parametros.put("do_parceiro", doParceiro);
        parametros.put("paradas_por_viagem", contada ? Plano.PARADAS_MAXIMAS : null);
        parametros.put("segundos_por_viagem", Janela.DURACAO_MAXIMA.toSeconds());
        return parametros;
    }
}
