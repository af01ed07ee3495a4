package br.com.recarga.server.postos;

import br.com.recarga.contract.Autor;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A point out of service in a window of time, or back in service in it.
 *
 * @param janela without an end of its own it lasts until {@link #SEM_FIM}
 * @param motivo told to the drivers whose reservations are cancelled
 */
public record Manutencao(int postoId, boolean emManutencao, JanelaDefinida janela, String motivo, Instant agora) {

    /** The last instant that is kept in the width of all others. */
    static final Instant SEM_FIM = Instant.parse("9999-12-31T23:59:59Z");

    /** Parameters of the statements that write it. */
    Map<String, Object> parametros() {
        Map<String, Object> parametros = new HashMap<>(janela.parametros(agora));
        parametros.put("posto_id", postoId);
        parametros.put("motivo", motivo);
        parametros.put("por", Autor.OPERADOR.name());
        parametros.put("agora", Instantes.format(agora));
        return parametros;
    }
}
