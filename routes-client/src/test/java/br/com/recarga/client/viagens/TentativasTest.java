package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import br.com.recarga.client.sagas.Processos;
import br.com.recarga.contract.SituacaoViagem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TentativasTest {

    private final Tentativas tentativas = new Tentativas(mock(), mock());

    @Test
    void aRefusalIsNoneBeforeTheLastAttemptIsOver() {
        tentativas.comecar("v-1");
        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA)).situacao())
                .isEqualTo(SituacaoViagem.EM_ANDAMENTO);

        tentativas.acabar("v-1");
        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA)).situacao())
                .isEqualTo(SituacaoViagem.RECUSADA);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECUSADA")
    void everyOtherStateIsToldAsItIs(SituacaoViagem situacao) {
        tentativas.comecar("v-1");

        assertThat(tentativas.contada(viagem(situacao))).isEqualTo(viagem(situacao));
    }

    @Test
    void aTripThatNobodyTriesToReserveIsToldAsItIs() {
        tentativas.comecar("v-2");

        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA))).isEqualTo(viagem(SituacaoViagem.RECUSADA));
        assertThat(tentativas.contada(null)).isNull();
    }

    /** Of several processes with one log; this one is called b. */
    @Nested
    class OfReplicas {

        private SingleConnectionDataSource database;
        private JdbcClient jdbc;
        private Tentativas b;

        @BeforeEach
        void start(@TempDir Path folder) {
            String url = "jdbc:sqlite:" + folder.resolve("diario.db");
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:db/viagens/sqlite")
                    .load()
                    .migrate();
            database = new SingleConnectionDataSource(url, true);
            jdbc = JdbcClient.create(database);
            Processos processos = mock();
            when(processos.varios()).thenReturn(true);
            when(processos.id()).thenReturn("b");
            b = new Tentativas(processos, jdbc);
            jdbc.sql("INSERT INTO processos (id, prova, ate) VALUES ('a', '', 9999999999)")
                    .update();
        }

        @AfterEach
        void stop() {
            database.destroy();
        }

        @Test
        void aRefusalIsNoneWhileAnotherStillTries() {
            row("RECUSADA", "a");

            assertThat(told()).isEqualTo(SituacaoViagem.EM_ANDAMENTO);
        }

        @Test
        void onceItIsToldWhoHadOnlyStoodStillTriesNoMore() {
            row("RECUSADA", "a");
            jdbc.sql("UPDATE processos SET ate = 0").update();

            assertThat(told()).isEqualTo(SituacaoViagem.RECUSADA);
            assertThat(tentadaPor()).isNull();
        }

        @Test
        void aRefusalThatWasReadBeforeAnotherAttemptIsNone() {
            row("EM_ANDAMENTO", null);

            assertThat(told()).isEqualTo(SituacaoViagem.EM_ANDAMENTO);
        }

        @Test
        void itsOwnIsOneAsSoonAsItHasEndedItsAttempts() {
            row("RECUSADA", "b");
            assertThat(told()).isEqualTo(SituacaoViagem.RECUSADA);

            b.comecar("v-1");
            assertThat(told()).isEqualTo(SituacaoViagem.EM_ANDAMENTO);
        }

        @ParameterizedTest
        @ValueSource(strings = {"EM_ANDAMENTO", "RECUSADA"})
        void whoEndsItsAttemptsSaysSoAlsoOfATripThatIsUndoneLater(String situacao) {
            row(situacao, "b");

            b.acabar("v-1");

            assertThat(tentadaPor()).isNull();
        }

        private SituacaoViagem told() {
            return b.contada(viagem(SituacaoViagem.RECUSADA)).situacao();
        }

        private String tentadaPor() {
            return jdbc.sql("SELECT tentada_por FROM viagens")
                    .query((row, n) -> row.getString(1))
                    .list()
                    .get(0);
        }

        private void row(String situacao, String tentadaPor) {
            jdbc.sql("""
                            INSERT INTO viagens (viagem_id, codigo_reserva, request_id, pedido, situacao, paradas, criada_em, alterada_em,
                                                 tentada_por)
                            VALUES ('v-1', '', 'r-1', '', ?, '', '', '', ?)""").params(situacao, tentadaPor).update();
        }
    }

    private static ViagemRegistro viagem(SituacaoViagem situacao) {
        return new ViagemRegistro("v-1", "c0d1", "r-1", null, 1, situacao, List.of(), null, Instant.EPOCH);
    }
}
