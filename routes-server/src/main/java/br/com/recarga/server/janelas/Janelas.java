package br.com.recarga.server.janelas;

import br.com.recarga.contract.Janela;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.server.config.ServerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** The rules of a window that depend on the clock. */
@Service
public class Janelas {

    /** A caller's clock may be this much behind ours before its window counts as past. */
    public static final Duration TOLERANCIA_RELOGIO = Duration.ofMinutes(1);

    private final ServerSettings settings;

    public Janelas(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Fills in what the request leaves open: it begins now, and lasts as long as usual.
     *
     * @throws PedidoRecusado if the window has passed, lies beyond the horizon, ends before it begins or is too long
     */
    public JanelaDefinida definir(Janela pedida, Instant agora, Duration duracao) {
        Instant inicio =
                pedida.inicio() == null ? agora.truncatedTo(ChronoUnit.SECONDS) : Instantes.segundos(pedida.inicio());
        Instant fim = pedida.fim() == null ? inicio.plus(duracao) : Instantes.segundos(pedida.fim());
        if (inicio.isBefore(agora.minus(TOLERANCIA_RELOGIO))) {
            throw PedidoRecusado.campo("inicio", "já passou");
        }
        if (inicio.isAfter(agora.plus(settings.horizonteDias(), ChronoUnit.DAYS))) {
            throw PedidoRecusado.campo(
                    "inicio", "deve começar em no máximo %d dia(s)".formatted(settings.horizonteDias()));
        }
        // an end that we chose may lie within the tolerance: what the caller sent as now has passed when it arrives
        if (!fim.isAfter(inicio) || pedida.fim() != null && !fim.isAfter(agora)) {
            throw PedidoRecusado.campo("fim", "deve ser depois do início e de agora");
        }
        return curta(new JanelaDefinida(inicio, fim));
    }

    /**
     * A window with another start or another end; what is left out, or sent as it is, is not asked for anew.
     *
     * @param pedida without an end, the window lasts as long as before
     * @throws PedidoRecusado if what is new has passed, lies beyond the horizon, ends before it begins or lasts too long
     */
    public JanelaDefinida alterar(JanelaDefinida antes, Janela pedida, Instant agora) {
        Instant inicio = pedida.inicio() == null ? antes.inicio() : Instantes.segundos(pedida.inicio());
        if (!inicio.equals(antes.inicio())) {
            return definir(pedida, agora, Duration.between(antes.inicio(), antes.fim()));
        }
        Instant fim = pedida.fim() == null ? antes.fim() : Instantes.segundos(pedida.fim());
        if (!fim.equals(antes.fim()) && (!fim.isAfter(inicio) || !fim.isAfter(agora))) {
            throw PedidoRecusado.campo("fim", "deve ser depois do início e de agora");
        }
        return curta(new JanelaDefinida(inicio, fim));
    }

    /** At the operator's clock; what is about a point is told at its place's, by {@link HoraDoLugar}. */
    public OffsetDateTime local(Instant instant) {
        return instant.atZone(settings.fuso()).toOffsetDateTime();
    }

    /** Until when the car is waited for; whoever has not arrived by then does not come. */
    public Instant limiteDeChegada(JanelaDefinida janela) {
        Instant limite = janela.inicio().plus(settings.tolerancia());
        return limite.isBefore(janela.fim()) ? limite : janela.fim();
    }

    private static JanelaDefinida curta(JanelaDefinida janela) {
        if (Duration.between(janela.inicio(), janela.fim()).compareTo(Janela.DURACAO_MAXIMA) > 0) {
            throw PedidoRecusado.campo("fim", "a janela pode durar no máximo 24 horas");
        }
        return janela;
    }
}
