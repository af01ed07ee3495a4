package br.com.recarga.client.viagens;

import br.com.recarga.client.sagas.Processos;
import br.com.recarga.contract.SituacaoViagem;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The trips that somebody is trying to reserve, in this process or in a replica of it. Between two attempts the row of a trip says refused, which is
 * true until the next one begins, but nobody may be told so: a refusal is an end. If the process is killed there, the refusal
 * stands, as nobody will try again.
 */
@Service
class Tentativas {

    private static final Logger LOG = LoggerFactory.getLogger(Tentativas.class);

    private static final String ACABAR = """
            UPDATE viagens SET tentada_por = NULL
             WHERE viagem_id = :viagem_id AND tentada_por = :processo AND situacao IN ('EM_ANDAMENTO', 'RECUSADA')
            """;

    /** Whoever tells a refusal makes it one: a process that only stood still tries no more. */
    private static final String NINGUEM_MAIS = """
            UPDATE viagens SET tentada_por = NULL
             WHERE viagem_id = :viagem_id AND situacao = 'RECUSADA' AND tentada_por <> :processo
               AND NOT EXISTS (SELECT 1 FROM processos p WHERE p.id = tentada_por AND p.ate >= (SELECT agora FROM relogio))
            """;

    private static final String ACABADA = """
            SELECT EXISTS (SELECT 1 FROM viagens
                            WHERE viagem_id = :viagem_id AND tentativa = :tentativa AND situacao = 'RECUSADA'
                              AND (tentada_por IS NULL OR tentada_por = :processo))
            """;

    private static final long OUTRA_VEZ_S = 1;

    private final Set<String> emCurso = ConcurrentHashMap.newKeySet();
    private final Processos processos;
    private final JdbcClient jdbc;

    Tentativas(Processos processos, JdbcClient jdbc) {
        this.processos = processos;
        this.jdbc = jdbc;
    }

    void comecar(String viagemId) {
        emCurso.add(viagemId);
    }

    void acabar(String viagemId) {
        emCurso.remove(viagemId);
        if (processos.varios()) {
            largar(viagemId);
        }
    }

    /** Until it is written: as long as this process is there, others would say of the trip that it is under way. */
    private void largar(String viagemId) {
        try {
            jdbc.sql(ACABAR)
                    .param("viagem_id", viagemId)
                    .param("processo", processos.id())
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("That trip {} is not tried any more could not be written yet: {}", viagemId, e.getMessage());
            CompletableFuture.delayedExecutor(OUTRA_VEZ_S, TimeUnit.SECONDS).execute(() -> largar(viagemId));
        }
    }

    /**
     * The trip as it may be told.
     *
     * @param viagem null if there is none
     */
    ViagemRegistro contada(ViagemRegistro viagem) {
        return viagem != null && viagem.situacao() == SituacaoViagem.RECUSADA && tentada(viagem)
                ? viagem.emAndamento()
                : viagem;
    }

    private boolean tentada(ViagemRegistro viagem) {
        return emCurso.contains(viagem.viagemId()) || processos.varios() && !acabada(viagem);
    }

    /** As it is now: what was read may be of before an attempt after that one. */
    private boolean acabada(ViagemRegistro viagem) {
        jdbc.sql(NINGUEM_MAIS)
                .param("viagem_id", viagem.viagemId())
                .param("processo", processos.id())
                .update();
        return jdbc.sql(ACABADA)
                .param("viagem_id", viagem.viagemId())
                .param("tentativa", viagem.tentativa())
                .param("processo", processos.id())
                .query(Boolean.class)
                .single();
    }
}
