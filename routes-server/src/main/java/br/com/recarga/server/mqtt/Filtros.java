package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.replicas.Identidade;
import br.com.recarga.server.replicas.Replicas;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The topic filters of what this server hears, separated by commas, as an endpoint takes them: of its own topics, and of the
 * shared ones if its settings say so. Its {@linkplain Replicas replicas} hear each message once among them, and all of them the
 * presence.
 */
@Component
class Filtros {

    private final String serverId;
    private final PresencaSettings presenca;
    private final Replicas replicas;

    Filtros(ServerSettings settings, PresencaSettings presenca, Replicas replicas) {
        this.serverId = settings.serverId();
        this.presenca = presenca;
        this.replicas = replicas;
    }

    /**
     * What is heard on the connection on which the server announces itself: the requests that change something, on the shared topics
     * whatever else is asked there, and before them the presence of another process that calls itself the same.
     */
    String pedidos() {
        return Topics.servidorStatus(serverId) + "," + mais(Topics.PEDIDOS, Topics.mudancasA(serverId));
    }

    /** The requests that only ask. */
    String consultas() {
        return mais(Topics.CONSULTAS, Topics.consultasA(serverId));
    }

    /** What cars tell; on the shared topics also what points and reservations do, where those are taken for orders. */
    String telemetria() {
        return mais(presenca.ouveOrdens() ? Topics.TELEMETRIA : Topics.CARROS, Topics.carrosPara(serverId));
    }

    private String mais(String compartilhados, String proprios) {
        String todos = presenca.usa(Topicos.COMPARTILHADOS) ? compartilhados + "," + proprios : proprios;
        return replicas.identidade()
                .map(Identidade::instancia)
                .map(grupo -> comUmaSo(grupo, todos))
                .orElse(todos);
    }

    /**
     * By shared subscriptions of MQTT 5 (section 4.8.2): what any server hears, one replica of this one hears. Another process of the
     * same name, which has to keep silent, takes nothing from them.
     */
    private static String comUmaSo(String grupo, String filtros) {
        return Stream.of(filtros.split(","))
                .map(filtro -> "$share/" + grupo + "/" + filtro)
                .collect(Collectors.joining(","));
    }
}
