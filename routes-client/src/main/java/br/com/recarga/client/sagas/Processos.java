package br.com.recarga.client.sagas;

import br.com.recarga.platform.database.DatabaseSettings;
import br.com.recarga.platform.mqtt.MqttSettings;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which processes carry on the sagas of this log. One says again and again that it is there; of one that has not for {@link #PRAZO}, by
 * the database's own clock, others take over what it has left, and from then on it decides nothing of that any more. Of a process
 * that is alone nothing is noted: what it finds is of those before it.
 */
@Repository
@DependsOnDatabaseInitialization
public class Processos implements InitializingBean {

    /** Whole seconds, as the database counts them. */
    private static final Duration PRAZO = Duration.ofSeconds(5);

    /** Of what is not its own, what it may take over: a condition on {@code dono}. */
    private static final String SEM_NINGUEM =
            "NOT EXISTS (SELECT 1 FROM processos p WHERE p.id = dono AND p.ate >= (SELECT agora FROM relogio))";

    private static final String ESTAR = """
            INSERT INTO processos (id, ate) VALUES (:id, (SELECT agora FROM relogio) + :prazo)
            ON CONFLICT (id) DO UPDATE SET ate = excluded.ate
            """;
    private static final String ESQUECER = "DELETE FROM processos WHERE ate < (SELECT agora FROM relogio) - 86400";

    private final boolean varios;
    private final String id;
    private final JdbcClient jdbc;

    Processos(DatabaseSettings settings, MqttSettings mqtt, JdbcClient jdbc) {
        this.varios = settings.replicas();
        this.id = mqtt.clientIdPrefix();
        this.jdbc = jdbc;
    }

    /** Before anything is begun: others would take it for nobody's. */
    @Override
    public void afterPropertiesSet() {
        if (varios) {
            estar();
        }
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
        jdbc.sql(ESTAR).param("id", id).param("prazo", PRAZO.toSeconds()).update();
        jdbc.sql(ESQUECER).update();
    }

    /** What may be gone on with here: a condition on {@code dono}, which takes this process as {@code :dono}. */
    String livre() {
        return "(dono = :dono OR %s)".formatted(varios ? SEM_NINGUEM : "TRUE");
    }
}
