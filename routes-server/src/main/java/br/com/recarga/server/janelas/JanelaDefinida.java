package br.com.recarga.server.janelas;

import br.com.recarga.contract.Janela;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A window with both ends, in whole seconds; {@code inicio} belongs to it, {@code fim} does not. */
public record JanelaDefinida(Instant inicio, Instant fim) {

    private static final Duration FICA = Duration.ofMinutes(15);
    private static final long GRADE = Duration.ofMinutes(5).toSeconds();

    /** The present: instants are kept in whole seconds, so it is a window of one. */
    public static JanelaDefinida agora(Instant agora) {
        return new JanelaDefinida(agora, agora.plusSeconds(1));
    }

    /**
     * Until when a car that charges stays at the least: 15 to 20 minutes from {@code agora}, at a whole five minutes, so that
     * only once in five minutes what was offered a moment ago is taken by the clock alone.
     */
    public static Instant logo(Instant agora) {
        long segundos = agora.plus(FICA).getEpochSecond();
        return Instant.ofEpochSecond((segundos + GRADE - 1) / GRADE * GRADE);
    }

    public Duration duracao() {
        return Duration.between(inicio, fim);
    }

    /**
     * Parameters of every statement that asks what overlaps this window. Nothing that overlaps began before
     * {@code desde}, because no window is longer: the index is read for a day, not for all the future.
     *
     * @param agora what has lapsed by then overlaps nothing
     */
    public Map<String, Object> parametros(Instant agora) {
        return Map.of(
                "agora", Instantes.format(agora),
                "logo", Instantes.format(logo(agora)),
                "inicio", Instantes.format(inicio),
                "fim", Instantes.format(fim),
                "desde", Instantes.format(inicio.minus(Janela.DURACAO_MAXIMA)));
    }
}
