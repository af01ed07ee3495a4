package br.com.recarga.client.servidores;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.config.OndePerguntar;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topicos;
import br.com.recarga.platform.mqtt.MqttConnections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What the servers announce of themselves, so that a request to one that is away is answered at once. While the broker is
 * away the last word stands. Once it is back it must be said again: a broker that was killed sends no Last Will, and may
 * have forgotten what it retained.
 */
@Service
public class Servidores {

    /** How many are remembered. */
    static final int MAX = 10_000;

    /**
     * How long after the broker's return a server may take to find it: it tries each half second, of which one may take 3 s
     * to connect and 3 s to be let in.
     */
    static final Duration ESPERA = Duration.ofSeconds(10);

    /** How many heartbeats in a row one that has announced some may miss. */
    static final int BATIDAS = 3;

    private final Map<String, Ouvido> anunciados = new ConcurrentHashMap<>();
    private final Set<String> semPresenca;
    private final Set<String> operadores;
    private final OndePerguntar topicos;

    /** How each of {@link #semPresenca} that was asked last stood. */
    private final Map<String, ServidorVisto> originais = new ConcurrentHashMap<>();

    private final Disjuntores disjuntores = new Disjuntores(this::semPresenca);

    private final Map<Enviado, Boolean> enviados = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Enviado, Boolean> eldest) {
            return size() > MAX;
        }
    });

    private final MqttConnections connections;
    private final Clock clock;
    private long conexao;
    private Instant desde = Instant.EPOCH;

    Servidores(ClientSettings settings, MqttConnections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
        this.semPresenca = settings.servidoresSemPresenca();
        this.operadores = settings.servidoresConhecidos();
        this.topicos = settings.topicos();
    }

    /**
     * @return whether it was not known to be so before
     * @throws PedidoRecusado if there are {@value #MAX} others already; nobody has that many, so somebody makes them up
     */
    public synchronized boolean anunciou(ServidorStatus status) {
        if (anunciados.size() >= MAX && !anunciados.containsKey(status.serverId())) {
            throw new PedidoRecusado(Codigo.LIMITE_EXCEDIDO, "Anunciaram-se servidores demais");
        }
        ServidorStatus before = status(status.serverId());
        if (before != null && deOutra(before, status)) {
            return false;
        }
        anunciados.put(status.serverId(), ouvido(status));
        boolean mudou = before == null || before.status() != status.status();
        if (mudou && status.status() == Presenca.ONLINE) {
            disjuntores.voltou(status.serverId());
        }
        return mudou;
    }

    private Ouvido ouvido(ServidorStatus status) {
        return new Ouvido(status, connections.connects(PresencaRoute.ID), clock.instant());
    }

    /** Whether an operator of this id may be there at all, whatever is announced. */
    public boolean admite(String serverId) {
        return operadores.isEmpty() || operadores.contains(serverId);
    }

    /** Whether this only says again what was heard on this connection already. */
    boolean soBateu(ServidorStatus status) {
        Ouvido before = anunciados.get(status.serverId());
        return status.batidaSegundos() != null
                && before != null
                && before.conexao() == connections.connects(PresencaRoute.ID)
                && before.status().status() == status.status()
                && Objects.equals(before.status().instancia(), status.instancia());
    }

    /** Of two processes that call themselves the same server, the one that does not serve has gone, which is no news. */
    private static boolean deOutra(ServidorStatus before, ServidorStatus status) {
        return before.status() == Presenca.ONLINE
                && status.status() == Presenca.OFFLINE
                && before.instancia() != null
                && status.instancia() != null
                && !before.instancia().equals(status.instancia());
    }

    /**
     * As if it had never been announced.
     *
     * @return whether it had been
     */
    public synchronized boolean esquecer(String serverId) {
        return anunciados.remove(serverId) != null;
    }

    /**
     * Looks whether all that were online have said so again since the present connection is subscribed, and at each beat of
     * those that announce some; to be asked again and again.
     *
     * @return the ids of those that have not, after {@link #ESPERA} or {@link #BATIDAS}, and count as away from now on
     */
    synchronized List<String> perdidos() {
        long atual = connections.connects(PresencaRoute.ID);
        if (atual != conexao || !connections.isSubscribed(PresencaRoute.ID)) {
            conexao = atual;
            desde = clock.instant();
        }
        if (clock.instant().isBefore(desde.plus(ESPERA))) {
            return List.of();
        }
        List<ServidorStatus> perdidos = anunciados.values().stream()
                .filter(ouvido -> ouvido.conexao() != atual || semBater(ouvido))
                .map(Ouvido::status)
                .filter(server -> server.status() == Presenca.ONLINE)
                .map(Servidores::perdido)
                .toList();
        perdidos.forEach(this::anunciou);
        return perdidos.stream().map(ServidorStatus::serverId).toList();
    }

    /** While nothing could be heard nothing was missed. */
    private boolean semBater(Ouvido ouvido) {
        Integer batida = ouvido.status().batidaSegundos();
        Instant ouvindo = ouvido.quando().isAfter(desde) ? ouvido.quando() : desde;
        return batida != null && clock.instant().isAfter(ouvindo.plusSeconds((long) BATIDAS * batida));
    }

    /** No process says so. */
    private static ServidorStatus perdido(ServidorStatus server) {
        return new ServidorStatus(
                server.serverId(),
                Presenca.OFFLINE,
                server.timestamp(),
                null,
                null,
                server.topicos(),
                server.nome(),
                server.contato(),
                server.batidaSegundos(),
                server.toleranciaSegundos());
    }

    /** The last word of a server; null if it was never announced. */
    ServidorStatus status(String serverId) {
        Ouvido ouvido = anunciados.get(serverId);
        return ouvido == null ? null : ouvido.status();
    }

    /**
     * All that were ever announced, by id, for whoever would take none for an answer.
     *
     * @throws PedidoRecusado while there may be some of whom nothing was heard yet
     */
    List<ServidorStatus> todosComCerteza() {
        if (anunciados.isEmpty()) {
            exigirPresenca();
        }
        return todos();
    }

    /** All that were ever announced so far, by id. */
    public List<ServidorStatus> todos() {
        return anunciados.values().stream()
                .map(Ouvido::status)
                .sorted((a, b) -> a.serverId().compareTo(b.serverId()))
                .toList();
    }

    /**
     * All that are known, also those that announce nothing, by id; for people.
     *
     * @throws PedidoRecusado while there may be some of whom nothing was heard yet
     */
    List<ServidorVisto> vistos() {
        return Stream.concat(
                        todosComCerteza().stream()
                                .filter(server -> !semPresenca(server.serverId()))
                                .map(ServidorVisto::anunciado),
                        osSemPresenca())
                .sorted(Comparator.comparing(ServidorVisto::serverId))
                .toList();
    }

    /** Those that announce nothing, by id. */
    public List<Novidade.ServidorSemPresenca> vistosSemPresenca() {
        return osSemPresenca()
                .sorted(Comparator.comparing(ServidorVisto::serverId))
                .map(visto ->
                        new Novidade.ServidorSemPresenca(visto.serverId(), visto.status(), visto.timestamp(), true))
                .toList();
    }

    private Stream<ServidorVisto> osSemPresenca() {
        return semPresenca.stream().map(id -> originais.getOrDefault(id, ServidorVisto.nuncaOuvido(id)));
    }

    /** One that announces nothing is known only by its answers; of the others these show that somebody is behind the name. */
    public void respondeu(String serverId) {
        disjuntores.respondeu(serverId);
        anotarOriginal(serverId, Presenca.ONLINE);
    }

    /** Once it has been silent for too long, nobody but its own callers waits for it until it has answered again. */
    public void calou(String serverId) {
        disjuntores.calou(serverId);
        anotarOriginal(serverId, Presenca.OFFLINE);
    }

    private void anotarOriginal(String serverId, Presenca presenca) {
        if (semPresenca(serverId)) {
            originais.put(serverId, ServidorVisto.original(serverId, presenca, clock.instant()));
        }
    }

    /** Those of whom nobody waits for an answer any more, and who may answer again, in the order in which they are to be asked. */
    public List<String> calados() {
        return Stream.concat(
                        semPresenca.stream().filter(disjuntores::aberto).sorted(),
                        disjuntores.abertos(this::perguntavel).stream())
                .toList();
    }

    /** Those that have announced themselves and were not asked anything yet, and count as asked from now on. */
    public List<String> novos() {
        return disjuntores.novos(anunciados.keySet().stream().filter(this::perguntavel));
    }

    private boolean perguntavel(String serverId) {
        ServidorStatus server = status(serverId);
        return server != null
                && server.status() == Presenca.ONLINE
                && !semPresenca(serverId)
                && !topicos(serverId).isEmpty();
    }

    /**
     * Remembers which request goes to a server that announces nothing, and cannot be sent it again; the last {@value #MAX}
     * ones.
     *
     * @return whether it is the first time
     */
    public boolean enviar(String requestId, String serverId) {
        return enviados.putIfAbsent(new Enviado(requestId, serverId), true) == null;
    }

    /** It was not published after all. */
    public void naoEnviou(String requestId, String serverId) {
        enviados.remove(new Enviado(requestId, serverId));
    }

    /**
     * Whom to ask what became of a request: all that answer such questions, and those of the original to which this client
     * has sent it. An answer of all others says nothing of those.
     */
    public List<String> comPedidos(String requestId) {
        return conhecidos().stream()
                .filter(serverId -> !semPresenca(serverId) || enviados.containsKey(new Enviado(requestId, serverId)))
                .toList();
    }

    /**
     * The ids of the servers that can be asked together, in order: those that are there, answer, and have done so before. Of who
     * has only announced itself one knows no more than that; while that is so of all, all are asked.
     *
     * @throws PedidoRecusado while there may be others of whom nothing was heard yet
     */
    public List<String> noAr() {
        exigirPresenca();
        List<String> noAr = Stream.concat(
                        anunciados.values().stream()
                                .map(Ouvido::status)
                                .filter(server -> server.status() == Presenca.ONLINE)
                                .map(ServidorStatus::serverId),
                        semPresenca.stream())
                .distinct()
                .filter(this::responde)
                .sorted()
                .toList();
        boolean algumRespondeu = noAr.stream().anyMatch(disjuntores::respondeuAntes);
        return noAr.stream()
                .filter(serverId -> !algumRespondeu || semPresenca(serverId) || disjuntores.respondeuAntes(serverId))
                .toList();
    }

    /** Whether it is worth while to wait for its answer, as far as is known. */
    public boolean responde(String serverId) {
        return !disjuntores.aberto(serverId);
    }

    /** The ids of those that are known and are not asked, in order: what they have is missing in the answer of all. */
    public List<String> ausentes(Collection<? extends Pedido> perguntas) {
        Set<String> perguntados = perguntas.stream().map(Pedido::serverId).collect(Collectors.toSet());
        return conhecidos().stream()
                .filter(serverId -> !perguntados.contains(serverId))
                .toList();
    }

    /** The ids of those that are asked although they announce nothing, in order. */
    public List<String> semPresenca() {
        return semPresenca.stream().sorted().toList();
    }

    /** Those of them that know trips: an original server neither holds nor confirms. */
    public List<String> noArComViagens() {
        return noAr().stream().filter(serverId -> !semPresenca(serverId)).toList();
    }

    /**
     * The ids of all that were ever announced or are asked all the same, in order.
     *
     * @throws PedidoRecusado while there may be others of whom nothing was heard yet
     */
    public List<String> conhecidos() {
        exigirPresenca();
        return Stream.concat(anunciados.keySet().stream(), semPresenca.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is asked although it announces nothing, as the original's servers. */
    public boolean semPresenca(String serverId) {
        return semPresenca.contains(serverId);
    }

    /**
     * @throws PedidoRecusado if the server was never heard of, has gone, or hears nothing on which this client asks
     */
    public void exigirNoAr(String serverId) {
        if (semPresenca(serverId)) {
            return;
        }
        ServidorStatus server = status(serverId);
        if (server == null && connections.anyMissing()) {
            throw presencaDesconhecida();
        }
        if (server == null) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_DESCONHECIDO, "Nenhum servidor se anunciou como %s".formatted(serverId));
        }
        if (server.status() == Presenca.OFFLINE) {
            throw new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "O servidor %s está fora do ar".formatted(serverId));
        }
        if (topicos(serverId).isEmpty()) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_INDISPONIVEL,
                    "O servidor %s não ouve nos tópicos em que este cliente pergunta".formatted(serverId));
        }
    }

    /**
     * On which kind of topics this client asks a server, and on no other does it believe what that server says.
     *
     * @return of one that is not known yet, all kinds that this client asks on, the one it prefers first; empty: the server hears
     *     none of them
     */
    public List<Topicos> topicos(String serverId) {
        if (semPresenca(serverId)) {
            return List.of(Topicos.COMPARTILHADOS);
        }
        ServidorStatus server = status(serverId);
        return server == null
                ? topicos.porOrdem()
                : topicos.paraPerguntarA(server).stream().toList();
    }

    /** What is not known is not there only once all that the broker had retained has been heard. */
    private void exigirPresenca() {
        if (connections.isBehind(PresencaRoute.ID)) {
            throw presencaDesconhecida();
        }
    }

    private static PedidoRecusado presencaDesconhecida() {
        return new PedidoRecusado(
                Codigo.SERVIDOR_INDISPONIVEL, "Sem notícias do broker, ainda não se sabe que servidores há");
    }

    /**
     * What a server has announced.
     *
     * @param conexao on which of our connections, counted from 1, it was heard
     * @param quando by our clock
     */
    private record Ouvido(ServidorStatus status, long conexao, Instant quando) {}

    private record Enviado(String requestId, String serverId) {}
}
