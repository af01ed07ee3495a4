package br.com.recarga.server.instancias;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.replicas.Identidade;
import br.com.recarga.server.replicas.Replicas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Whether this process is the one that serves, among those that call themselves the same server: two with a database each
 * would sell one slot twice. Of those that live, the one that began first serves; the others wait, and ask it for a sign of
 * life. It answers whoever else is heard on its topic by announcing itself again, which also mends what another's Last Will,
 * or an own one that came late, has made of the retained presence.
 *
 * <p>A process that was killed comes back under another name, and does not wait for what is left of it for longer than
 * {@link #SEM_SINAL}: its Last Will says so at once, and a retained presence without a process behind it gives no sign.
 *
 * <p>{@linkplain Replicas Replicas} have one database, so they are no others to each other: all of them are the one that serves, or
 * none is.
 */
@Service
public class Instancias {

    public static final String MENSAGEM = "Outro processo já serve como este servidor";

    /**
     * After this silence nobody lives there any more. Longer than a broker takes to publish the Last Will of a process that
     * stands still, which is one and a half times the keep-alive, so that what lies in its buffers is past all deadlines.
     */
    static final Duration SEM_SINAL = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Instancias.class);

    private static final Comparator<ServidorStatus> PRECEDENCIA = Comparator.comparing((ServidorStatus status) ->
                    status.desde() == null ? Instant.MIN : status.desde().toInstant())
            .thenComparing(ServidorStatus::instancia);

    private final ServerSettings settings;
    private final PresencaSettings presenca;
    private final Replicas replicas;
    private final Clock clock;
    private final String instancia;
    private final OffsetDateTime desde;

    /** Who serves in our place; null: we do. */
    private ServidorStatus outra;

    private Instant sinal = Instant.EPOCH;

    /** When it last said that it is there; what it says because something has changed comes besides. */
    private Instant batida;

    /** Whether something was heard on its topic that is not its word, and may be what is retained now. */
    private boolean adulterada;

    private long posses;

    /** In which term of the {@link Replicas} it has said that it is there. */
    private long mandato;

    public Instancias(
            ServerSettings settings, PresencaSettings presenca, Replicas replicas, MqttSettings mqtt, Clock clock) {
        this.settings = settings;
        this.presenca = presenca;
        this.replicas = replicas;
        this.clock = clock;
        this.instancia = replicas.identidade().map(Identidade::instancia).orElseGet(mqtt::clientIdPrefix);
        this.batida = clock.instant();
        this.desde = replicas.identidade()
                .map(identidade -> Instant.parse(identidade.desde()))
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .atZone(settings.fuso())
                .toOffsetDateTime();
    }

    /** Whether requests are this process's. */
    public synchronized boolean serve() {
        return outra == null;
    }

    /**
     * Whether what is asked of, or told to, this server is this process's.
     *
     * @param serverId as the message names it; null: it names none, and may be meant for any
     */
    public boolean atende(String serverId) {
        return serve() && (serverId == null || serverId.equals(settings.serverId()));
    }

    /** @throws PedidoRecusado if another process serves: what this one would say is not the server's word */
    public void exigir() {
        if (!serve()) {
            throw new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, MENSAGEM);
        }
    }

    /** Whether it is this process that says what becomes of the server, besides answering for it. */
    public boolean fala() {
        return serve() && replicas.fala();
    }

    /** How often it has taken another's place: what that one has retained of its points is not ours. */
    public synchronized long posses() {
        return posses + replicas.numero();
    }

    /** The process that serves in our place; null: we do. */
    synchronized ServidorStatus outra() {
        return outra;
    }

    /** What this process says of itself. */
    public ServidorStatus status(Presenca agora) {
        return new ServidorStatus(
                settings.serverId(),
                agora,
                OffsetDateTime.now(clock.withZone(settings.fuso())).truncatedTo(ChronoUnit.SECONDS),
                instancia,
                desde,
                presenca.ouvidos(),
                ouNada(presenca.nome()),
                ouNada(presenca.contato()),
                (int) presenca.batida().toSeconds(),
                (int) settings.tolerancia().toSeconds());
    }

    private static String ouNada(String texto) {
        return texto.isBlank() ? null : texto;
    }

    /**
     * Hears what is said on this server's topic of presence.
     *
     * @return whether this process has to announce itself at once, as what is retained now is not its word
     */
    public synchronized boolean ouvir(ServidorStatus status) {
        if (!settings.serverId().equals(status.serverId())) {
            adulterar();
            return false;
        }
        if (status.status() == Presenca.OFFLINE) {
            if (outra != null && outra.instancia().equals(status.instancia())) {
                tomarLugar();
            }
            return fala();
        }
        // one that does not say which it is cannot be told from what is left of it
        if (status.instancia() == null) {
            adulterar();
            return false;
        }
        if (instancia.equals(status.instancia())) {
            if (!dissemos(status)) {
                adulterar();
            }
            return false;
        }
        if (PRECEDENCIA.compare(status, status(Presenca.ONLINE)) > 0) {
            return fala();
        }
        if (serve()) {
            LOG.error(
                    "Another process serves as {} since {} ({}): this one refuses to serve until that one has gone",
                    settings.serverId(),
                    status.desde(),
                    status.instancia());
        }
        outra = status;
        sinal = clock.instant();
        return false;
    }

    /** What was heard on its topic is nobody's word: {@link #deveAnunciar} takes it away. */
    public synchronized void adulterar() {
        adulterada = true;
    }

    /** Whether it reads as this process would say it, whatever its time. */
    private boolean dissemos(ServidorStatus status) {
        ServidorStatus nosso = status(Presenca.ONLINE);
        return status.desde() != null
                && status.desde().isEqual(nosso.desde())
                && Objects.equals(status.topicos(), nosso.topicos())
                && Objects.equals(status.nome(), nosso.nome())
                && Objects.equals(status.contato(), nosso.contato())
                && Objects.equals(status.batidaSegundos(), nosso.batidaSegundos())
                && Objects.equals(status.toleranciaSegundos(), nosso.toleranciaSegundos());
    }

    /**
     * To be asked each second: so often at most it mends what others make of its presence, however much they send.
     *
     * @param inscrito whether this process hears its broker: one that hears no requests is not there
     * @return whether it has to say now that it is there
     */
    public synchronized boolean deveAnunciar(boolean inscrito) {
        Instant agora = clock.instant();
        long atual = replicas.numero();
        if (!inscrito || !fala() || !adulterada && mandato == atual && !passouUmaBatida(agora)) {
            return false;
        }
        mandato = atual;
        adulterada = false;
        batida = agora;
        return true;
    }

    /** A clock that is set back stops no heart. */
    private boolean passouUmaBatida(Instant agora) {
        return Duration.between(batida, agora).abs().compareTo(presenca.batida()) >= 0;
    }

    /**
     * To be asked again and again.
     *
     * @param inscrito whether this process hears its broker, without which silence means nothing
     * @return whether it waits for another, which is to be asked for a sign of life, or has just taken its place
     */
    public synchronized boolean esperando(boolean inscrito) {
        if (serve()) {
            return false;
        }
        if (!inscrito) {
            sinal = clock.instant();
        } else if (clock.instant().isAfter(sinal.plus(SEM_SINAL))) {
            tomarLugar();
        }
        return true;
    }

    private void tomarLugar() {
        LOG.warn("The other process that served as {} has gone: this one serves now", settings.serverId());
        outra = null;
        posses++;
    }
}
