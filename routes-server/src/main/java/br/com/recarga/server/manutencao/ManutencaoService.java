package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Indisponibilidades;
import br.com.recarga.contract.Indisponibilidades.Indisponibilidade;
import br.com.recarga.contract.ManutencaoBody;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.janelas.HoraDoLugar;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.janelas.JanelaDefinida;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** When a point is out of service. */
@Service
public class ManutencaoService {

    /** The longest maintenance that has an end. */
    static final Duration DURACAO_MAXIMA = Duration.ofDays(3650);

    /** The most that are shown. */
    static final int MAXIMO = 1000;

    private static final String MOTIVO = "O posto está em manutenção";

    private final ServerSettings settings;
    private final HoraDoLugar horas;
    private final Clock clock;

    ManutencaoService(ServerSettings settings, HoraDoLugar horas, Clock clock) {
        this.settings = settings;
        this.horas = horas;
        this.clock = clock;
    }

    /**
     * Fills in what the operator leaves open: it begins now, and has no end; or, of the one that is to end and is not named
     * by any window, it is the one that there is now. What has begun already is sent again with its start: of it only what is
     * still ahead can be changed.
     *
     * @throws PedidoRecusado if the window has passed, lies beyond the horizon, ends before it begins or is too long
     */
    public Manutencao definir(int postoId, ManutencaoBody body) {
        Instant agora = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        if (!body.emManutencao() && body.inicio() == null && body.fim() == null) {
            return Manutencao.fimDaAtual(postoId, agora);
        }
        Instant inicio =
                body.inicio() == null || Instantes.segundos(body.inicio()).isBefore(agora)
                        ? agora
                        : Instantes.segundos(body.inicio());
        if (inicio.isAfter(agora.plus(settings.horizonteDias(), ChronoUnit.DAYS))) {
            throw PedidoRecusado.campo(
                    "inicio", "deve começar em no máximo %d dia(s)".formatted(settings.horizonteDias()));
        }
        Instant fim = body.fim() == null ? Manutencao.SEM_FIM : Instantes.segundos(body.fim());
        if (!fim.isAfter(inicio) || !fim.isAfter(agora)) {
            throw PedidoRecusado.campo("fim", "deve ser depois do início e de agora");
        }
        if (body.fim() != null && fim.isAfter(inicio.plus(DURACAO_MAXIMA))) {
            throw PedidoRecusado.campo(
                    "fim", "deve vir no máximo %d dias depois do início".formatted(DURACAO_MAXIMA.toDays()));
        }
        String motivo = body.motivo() == null || body.motivo().isBlank() ? MOTIVO : body.motivo();
        return new Manutencao(postoId, body.emManutencao(), false, new JanelaDefinida(inicio, fim), motivo, agora);
    }

    /** From now on, as the switch says; what is planned for later stays. */
    public Manutencao definir(PontoDisponibilidade pedido) {
        return definir(pedido.pontoId(), new ManutencaoBody(pedido.emManutencao(), null, null, null));
    }

    /** Parameters of {@code posto-disponibilidade.sql}. */
    public Map<String, Object> disponibilidade(PontoDisponibilidade pedido) {
        return Map.of("posto_id", pedido.pontoId(), "disponivel", pedido.disponivel());
    }

    /**
     * Parameters of {@code indisponibilidades.sql}.
     *
     * @param postoId null: of all points
     */
    public Map<String, Object> procuradas(Integer postoId) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("posto_id", postoId);
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        parametros.put("sem_fim", Instantes.format(Manutencao.SEM_FIM));
        parametros.put("limite", MAXIMO);
        return parametros;
    }

    public Indisponibilidades mostrar(List<IndisponibilidadeRegistro> rows) {
        return new Indisponibilidades(
                settings.serverId(), rows.stream().map(this::mostrar).toList());
    }

    private Indisponibilidade mostrar(IndisponibilidadeRegistro row) {
        ZoneId fuso = horas.fuso(row.lugar());
        return new Indisponibilidade(
                row.postoId(),
                row.posto(),
                row.causa(),
                HoraDoLugar.local(row.inicio(), fuso),
                HoraDoLugar.local(row.fim(), fuso),
                fuso.getId(),
                row.motivo());
    }
}
