package br.com.recarga.server.manutencao;

import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.umavez.Quem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A point out of service in a window of time, or back in service in it.
 *
 * @param soAtual back in service for as long as what there is now would have lasted: then the window is the present second
 * @param janela without an end of its own it lasts until {@link #SEM_FIM}
 * @param motivo told to the drivers whose reservations are cancelled
 */
public record Manutencao(
        int postoId, boolean emManutencao, boolean soAtual, JanelaDefinida janela, String motivo, Instant agora) {

    /** The last instant that is kept in the width of all others. */
    static final Instant SEM_FIM = Instant.parse("9999-12-31T23:59:59Z");

    /** The end of what there is now, whenever that was to end; what is planned for later stays. */
    static Manutencao fimDaAtual(int postoId, Instant agora) {
        return new Manutencao(postoId, false, true, new JanelaDefinida(agora, agora.plusSeconds(1)), null, agora);
    }

    /** Parameters of the statements that write it. */
    Map<String, Object> parametros(Quem quem) {
        Map<String, Object> parametros = new HashMap<>(janela.parametros(agora));
        parametros.put("posto_id", postoId);
        parametros.put("motivo", motivo);
        quem.comoOperador().assinar(parametros);
        parametros.put("agora", Instantes.format(agora));
        return parametros;
    }
}
