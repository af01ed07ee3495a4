package br.com.recarga.server.replicas;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** What a replica asks of the database before anything is heard, and when it ends. */
@Configuration
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(ReplicasSettings.class)
class Mandatos implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mandatos.class);

    private static final String SER_A_PRIMEIRA = """
            INSERT INTO mandatos (unico, instancia, desde, conexao, dono, ate, numero)
            VALUES (1, :instancia, :desde, :conexao, '', 0, 0)
            ON CONFLICT (unico) DO NOTHING
            """;
    private static final String QUEM_SOMOS = "SELECT instancia, desde, conexao FROM mandatos";
    private static final String LARGAR = "UPDATE mandatos SET ate = 0 WHERE dono = :dono";

    private final boolean varias;
    private final String dono;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Mandatos(
            ReplicasSettings replicas,
            MqttSettings mqtt,
            DatabaseUrl url,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        if (replicas.replicas() && url.isSqlite()) {
            throw new PartidaRecusada("RECARGA_REPLICAS=true pede um banco que vários processos usam ao mesmo tempo:"
                    + " DATABASE_URL=postgresql://usuario:senha@banco:5432/server1");
        }
        this.varias = replicas.replicas();
        this.dono = mqtt.clientIdPrefix();
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Bean
    Replicas replicas(Clock clock) {
        if (!varias) {
            return Replicas.nenhuma();
        }
        transaction.executeWithoutResult(status -> jdbc.sql(SER_A_PRIMEIRA)
                .param("instancia", dono)
                .param(
                        "desde",
                        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString())
                .param("conexao", UUID.randomUUID().toString())
                .update());
        return Replicas.de(jdbc.sql(QUEM_SOMOS).query(Identidade.class).single(), dono, clock);
    }

    /** Lets another one begin at once. */
    @Override
    public void destroy() {
        if (!varias) {
            return;
        }
        try {
            transaction.executeWithoutResult(
                    status -> jdbc.sql(LARGAR).param("dono", dono).update());
        } catch (DataAccessException | TransactionException gone) {
            LOG.debug("The term was not given up, and ends by itself", gone);
        }
    }
}
