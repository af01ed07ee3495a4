package br.com.recarga.server.postos;

import br.com.recarga.contract.PontoStatus;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.Janelas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** What was last published of each point, and what has become different since. */
@Service
public class PostosStatus {

    /** The clock alone changes points too, when a window begins or ends. */
    private static final Duration RELOGIO = Duration.ofSeconds(5);

    private final ServerSettings settings;
    private final Janelas janelas;
    private final MqttConnections connections;
    private final Instancias instancias;
    private final Clock clock;
    private final Map<Integer, PontoStatus> publicados = new ConcurrentHashMap<>();
    private long conexoes;
    private long mudancas;
    private Instant ultimaVez = Instant.EPOCH;

    PostosStatus(
            ServerSettings settings, Janelas janelas, MqttConnections connections, Instancias instancias, Clock clock) {
        this.settings = settings;
        this.janelas = janelas;
        this.connections = connections;
        this.instancias = instancias;
        this.clock = clock;
    }

    /**
     * Whether it is worth a look at the points.
     *
     * @param mudancasAgora how often the database has been told of a change, read before the points are
     */
    public boolean podeTerMudado(long mudancasAgora) {
        if (!instancias.fala()) {
            return false;
        }
        // a broker that was away may have forgotten what it retained, and another process has retained its own
        long agora = connections.connects() + instancias.posses();
        boolean mudou = mudancasAgora != mudancas;
        mudancas = mudancasAgora;
        if (agora != conexoes) {
            conexoes = agora;
            publicados.clear();
            return true;
        }
        return mudou || Duration.between(ultimaVez, Instant.now(clock)).abs().compareTo(RELOGIO) >= 0;
    }

    /** Parameters of {@code postos-listar.sql}. */
    public Map<String, Object> agora() {
        ultimaVez = Instant.now(clock);
        return ParteDaLista.TODOS.com(JanelaDefinida.agora(ultimaVez).parametros(ultimaVez));
    }

    public List<PontoStatus> mudados(List<PostoRegistro> postos) {
        OffsetDateTime timestamp = janelas.local(Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
        return postos.stream()
                .map(posto -> new PontoStatus(
                        posto.id(), settings.serverId(), posto.disponivel(), posto.emManutencao(), timestamp))
                .filter(this::mudou)
                .toList();
    }

    public void publicado(PontoStatus status) {
        publicados.put(status.pontoId(), status);
    }

    private boolean mudou(PontoStatus status) {
        PontoStatus before = publicados.get(status.pontoId());
        return before == null
                || !before.disponivel().equals(status.disponivel())
                || !before.emManutencao().equals(status.emManutencao());
    }
}
