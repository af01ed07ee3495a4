package br.com.recarga.server.janelas;

import br.com.recarga.contract.Janela;
import java.time.Instant;
import java.util.Map;

/** A window with both ends, in whole seconds; {@code inicio} belongs to it, {@code fim} does not. */
public record JanelaDefinida(Instant inicio, Instant fim) {

    /**
     * Parameters of every statement that asks what overlaps this window. Nothing that overlaps began before
     * {@code desde}, because no window is longer: the index is read for a day, not for all the future.
     */
    public Map<String, Object> parametros() {
        return Map.of(
                "inicio", Instantes.format(inicio),
                "fim", Instantes.format(fim),
                "desde", Instantes.format(inicio.minus(Janela.DURACAO_MAXIMA)));
    }
}
