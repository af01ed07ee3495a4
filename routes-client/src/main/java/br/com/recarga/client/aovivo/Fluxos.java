package br.com.recarga.client.aovivo;

import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.http.EventStream;
import br.com.recarga.platform.limites.LimitesSettings;
import br.com.recarga.platform.limites.Origem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Everybody who listens. They are let go before the web server waits for its last answers, as a lifecycle of the default
 * phase ends first.
 */
@Service
public class Fluxos implements SmartLifecycle {

    private static final String RETRY = "retry: 2000\n\n";

    private final Set<EventStream> abertos = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> porOrigem = new ConcurrentHashMap<>();
    private final AoVivoSettings settings;
    private final LimitesSettings limites;
    private final Servidores servidores;
    private final Broker broker;
    private boolean parado;

    Fluxos(AoVivoSettings settings, LimitesSettings limites, Servidores servidores, Broker broker) {
        this.settings = settings;
        this.limites = limites;
        this.servidores = servidores;
        this.broker = broker;
    }

    /**
     * A new listener, who is told first what there is, and from then on all that happens: no news is told in between.
     *
     * @param endereco where the listener is, as numbers
     * @throws PedidoRecusado if too many listen already, in all or from there, or the process is ending
     */
    synchronized EventStream abrir(String endereco) {
        String origem = Origem.de(endereco);
        if (porOrigem.getOrDefault(origem, 0) >= limites.fluxos()) {
            throw new PedidoRecusado(Codigo.LIMITE_EXCEDIDO, "Há ouvintes demais neste endereço");
        }
        if (parado || abertos.size() >= settings.maximo()) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_INDISPONIVEL, "Há ouvintes demais no momento; tente de novo daqui a pouco");
        }
        EventStream fluxo = new EventStream(ended -> {
            abertos.remove(ended);
            porOrigem.computeIfPresent(origem, (de, quantos) -> quantos == 1 ? null : quantos - 1);
        });
        abertos.add(fluxo);
        porOrigem.merge(origem, 1, Integer::sum);
        String agora = Stream.<Novidade>concat(
                        servidores.todos().stream()
                                .filter(servidor -> !servidores.semPresenca(servidor.serverId()))
                                .map(Novidade.Servidor::new),
                        servidores.vistosSemPresenca().stream())
                .map(Fluxos::evento)
                .collect(Collectors.joining());
        fluxo.send((RETRY + agora + evento(broker.agora())).getBytes(StandardCharsets.UTF_8));
        return fluxo;
    }

    synchronized void difundir(Novidade novidade) {
        byte[] evento = evento(novidade).getBytes(StandardCharsets.UTF_8);
        abertos.forEach(fluxo -> fluxo.send(evento));
    }

    int abertos() {
        return abertos.size();
    }

    private static String evento(Novidade novidade) {
        // the JSON has no line breaks, which would end the event
        return "event: %s\ndata: %s\n\n".formatted(novidade.evento(), ContractJson.write(novidade));
    }

    @Override
    public synchronized void start() {
        parado = false;
    }

    @Override
    public synchronized void stop() {
        parado = true;
        abertos.forEach(EventStream::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return !parado;
    }
}
