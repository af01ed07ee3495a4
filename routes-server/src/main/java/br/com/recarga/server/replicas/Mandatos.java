package br.com.recarga.server.replicas;

import br.com.recarga.platform.database.DatabaseSettings;
import br.com.recarga.platform.database.PatientTransaction;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import br.com.recarga.server.config.PresencaSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
class Mandatos implements DisposableBean {

    /** After which none of them is taken to be there still. */
    private static final Duration AUSENCIA = Duration.ofMinutes(1);

    /** Three of them last longer than it takes another one to speak. */
    private static final Duration MENOR_BATIDA = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Mandatos.class);

    /** Of the first one, and of the first after all have been away: who begins with the copy of a database is somebody else. */
    private static final String SER_A_PRIMEIRA = """
            INSERT INTO mandatos (unico, instancia, desde, conexao, prova, visto, dono, ate, numero)
            VALUES (1, :instancia, :desde, :conexao, :prova, (SELECT agora FROM relogio), '', 0, 0)
            ON CONFLICT (unico) DO UPDATE
            SET instancia = excluded.instancia, desde = excluded.desde, conexao = excluded.conexao, prova = excluded.prova,
                visto = excluded.visto
            WHERE mandatos.visto < excluded.visto - :ausencia
            """;

    private static final String QUEM_SOMOS = "SELECT instancia, desde, conexao, prova FROM mandatos";
    private static final String LARGAR = "UPDATE mandatos SET ate = 0 WHERE dono = :dono";

    private final boolean varias;
    private final String dono;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Mandatos(DatabaseSettings settings, MqttSettings mqtt, JdbcClient jdbc, TransactionOperations transaction) {
        this.varias = settings.replicas();
        this.dono = mqtt.clientIdPrefix();
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Bean
    Replicas replicas(PresencaSettings presenca, Seal seal, Clock clock) {
        if (!varias) {
            return Replicas.nenhuma();
        }
        if (presenca.batida().compareTo(MENOR_BATIDA) < 0) {
            throw new PartidaRecusada("Com RECARGA_REPLICAS=true, RECARGA_BATIDA é de 3s ou mais:"
                    + " senão uma réplica que morre conta como fora do ar antes que outra fale.");
        }
        Identidade identidade = identidade(seal, clock);
        if (seal.open(identidade.prova(), identidade.conexao()).isEmpty()) {
            throw new PartidaRecusada("RECARGA_BANCO_CHAVE não é a das outras réplicas.");
        }
        return Replicas.de(identidade, dono, clock);
    }

    /** At once, unless another process is writing: then when it has done. */
    private Identidade identidade(Seal seal, Clock clock) {
        String conexao = UUID.randomUUID().toString();
        return new PatientTransaction(transaction).execute(status -> {
            jdbc.sql(SER_A_PRIMEIRA)
                    .param("instancia", dono)
                    .param(
                            "desde",
                            Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString())
                    .param("conexao", conexao)
                    .param("prova", seal.close(conexao, conexao))
                    .param("ausencia", AUSENCIA.toSeconds())
                    .update();
            return jdbc.sql(QUEM_SOMOS).query(Identidade.class).single();
        });
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
