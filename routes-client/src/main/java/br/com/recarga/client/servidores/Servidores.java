package br.com.recarga.client.servidores;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.platform.erros.PedidoRecusado;
import br.com.recarga.platform.mqtt.MqttConnections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What the servers announce of themselves, so that a request to one that is away is answered at once. While the broker is
 * away the last word stands.
 */
@Service
public class Servidores {

    /** How many are remembered. */
    static final int MAX = 10_000;

    private final Map<String, ServidorStatus> announced = new ConcurrentHashMap<>();
    private final Set<String> unannounced;
    private final MqttConnections connections;

    Servidores(ClientSettings settings, MqttConnections connections) {
        this.connections = connections;
        this.unannounced = settings.servidoresSemPresenca();
    }

    /**
     * @return whether it was not known to be so before
     * @throws PedidoRecusado if there are {@value #MAX} others already; nobody has that many, so somebody makes them up
     */
    public synchronized boolean announced(ServidorStatus status) {
        if (announced.size() >= MAX && !announced.containsKey(status.serverId())) {
            throw new PedidoRecusado(Codigo.LIMITE_EXCEDIDO, "Anunciaram-se servidores demais");
        }
        ServidorStatus before = announced.put(status.serverId(), status);
        return before == null || before.status() != status.status();
    }

    /**
     * As if it had never been announced.
     *
     * @return whether it had been
     */
    public synchronized boolean forgotten(String serverId) {
        return announced.remove(serverId) != null;
    }

    /** All that were ever announced, by id. */
    public List<ServidorStatus> all() {
        return announced.values().stream()
                .sorted((a, b) -> a.serverId().compareTo(b.serverId()))
                .toList();
    }

    /** The ids of the servers that can be asked now, in order. */
    public List<String> online() {
        return Stream.concat(
                        announced.values().stream()
                                .filter(server -> server.status() == Presenca.ONLINE)
                                .map(ServidorStatus::serverId),
                        unannounced.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of them that know trips: an original server neither holds nor confirms. */
    public List<String> onlineWithTrips() {
        return online().stream().filter(serverId -> !isUnannounced(serverId)).toList();
    }

    /** The ids of all that were ever announced or are asked all the same, in order. */
    public List<String> known() {
        return Stream.concat(announced.keySet().stream(), unannounced.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is asked although it announces nothing, as the original's servers. */
    public boolean isUnannounced(String serverId) {
        return unannounced.contains(serverId);
    }

    /**
     * @throws PedidoRecusado if the server was never heard of, or has gone
     */
    public void requireOnline(String serverId) {
        if (isUnannounced(serverId)) {
            return;
        }
        ServidorStatus server = announced.get(serverId);
        if (server == null && connections.anyMissing()) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_INDISPONIVEL, "Sem conexão com o broker, não se sabe que servidores há");
        }
        if (server == null) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_DESCONHECIDO, "Nenhum servidor se anunciou como %s".formatted(serverId));
        }
        if (server.status() == Presenca.OFFLINE) {
            throw new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "O servidor %s está fora do ar".formatted(serverId));
        }
    }
}
