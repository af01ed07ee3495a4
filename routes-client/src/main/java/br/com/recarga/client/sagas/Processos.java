package br.com.recarga.client.sagas;

import br.com.recarga.platform.database.DatabaseSettings;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which processes carry on the sagas of this log. One says again and again that it is there; of one that has not for {@link #PRAZO}, by
 * the database's own clock, others take over what it has left, and from then on it decides nothing of that any more. They do so only
 * after they have been heard themselves for as long: when the database comes back, all get the time to say so. Of a process that is
 * alone nothing is noted: what it finds is of those before it.
 */
@Repository
@DependsOnDatabaseInitialization
public class Processos implements InitializingBean {

    /** Whole seconds, as the database counts them. */
    static final Duration PRAZO = Duration.ofSeconds(5);

    private static final String ESTAR = """
            INSERT INTO processos (id, prova, ate) VALUES (:id, :prova, (SELECT agora FROM relogio) + :prazo)
            ON CONFLICT (id) DO UPDATE SET ate = excluded.ate
            """;
    private static final String ESQUECER = "DELETE FROM processos WHERE ate < (SELECT agora FROM relogio) - 86400";
    private static final String OUTROS =
            "SELECT id, prova FROM processos WHERE id <> :id AND ate >= (SELECT agora FROM relogio)";

    private final boolean varios;
    private final String id;
    private final Seal selo;
    private final JdbcClient jdbc;
    private final LongSupplier nanos;

    /** Since when it has said so without a gap, and when it did last. */
    private long desde;

    private long ultima;

    @Autowired
    Processos(DatabaseSettings settings, MqttSettings mqtt, Seal selo, JdbcClient jdbc) {
        this(settings, mqtt, selo, jdbc, System::nanoTime);
    }

    Processos(DatabaseSettings settings, MqttSettings mqtt, Seal selo, JdbcClient jdbc, LongSupplier nanos) {
        this.varios = settings.replicas();
        this.id = mqtt.clientIdPrefix();
        this.selo = selo;
        this.jdbc = jdbc;
        this.nanos = nanos;
    }

    /** Another process, and its own id, sealed. */
    private record Outro(String id, String prova) {}

    /**
     * Before anything is begun: others would take it for nobody's.
     *
     * @throws PartidaRecusada if it could not read what another one writes
     */
    @Override
    public void afterPropertiesSet() {
        if (!varios) {
            return;
        }
        if (jdbc.sql(OUTROS).param("id", id).query(Outro.class).list().stream()
                .anyMatch(outro -> selo.open(outro.prova(), outro.id()).isEmpty())) {
            throw new PartidaRecusada("RECARGA_BANCO_CHAVE não é a das outras réplicas.");
        }
        desde = nanos.getAsLong();
        ultima = desde;
        estar();
    }

    /** Whether there may be others. */
    public boolean varios() {
        return varios;
    }

    /** This one, among them. */
    public String id() {
        return id;
    }

    /** Says that this one is there. */
    public void estar() {
        long agora = nanos.getAsLong();
        jdbc.sql(ESTAR)
                .param("id", id)
                .param("prova", selo.close(id, id))
                .param("prazo", PRAZO.toSeconds())
                .update();
        jdbc.sql(ESQUECER).update();
        ouvido(agora);
    }

    private synchronized void ouvido(long agora) {
        if (agora - ultima >= PRAZO.toNanos()) {
            desde = agora;
        }
        ultima = agora;
    }

    private synchronized boolean podeTomar() {
        long agora = nanos.getAsLong();
        return agora - desde >= PRAZO.toNanos() && agora - ultima < PRAZO.toNanos();
    }

    /** What may be gone on with here: a condition on {@code dono}, which takes this process as {@code :dono}. */
    String livre() {
        if (!varios) {
            return "(dono = :dono OR TRUE)";
        }
        return podeTomar()
                ? "(dono = :dono OR NOT EXISTS"
                        + " (SELECT 1 FROM processos p WHERE p.id = dono AND p.ate >= (SELECT agora FROM relogio)))"
                : "dono = :dono";
    }
}
