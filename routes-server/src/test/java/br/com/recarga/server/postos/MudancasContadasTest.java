package br.com.recarga.server.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.SoPostgresql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How often the points may have changed, as the database counts it: whoever keeps a list asks for that. */
@ServerTest
class MudancasContadasTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Test
    @SoPostgresql
    void aTransactionIsCountedOnceHoweverManyPointsItChanges() {
        long before = counted();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE postos SET preco_kwh = preco_kwh + 1").update();
            jdbc.sql("UPDATE postos SET preco_kwh = preco_kwh - 1").update();
        });
        assertThat(counted()).isEqualTo(before + 1);

        change(1);
        assertThat(counted()).isEqualTo(before + 2);
    }

    @Test
    void whatWasGoneBackOnDoesNotHideWhatIsChangedAfterIt() {
        long before = counted();

        transaction.executeWithoutResult(status -> {
            Object savepoint = status.createSavepoint();
            change(1);
            status.rollbackToSavepoint(savepoint);
            change(2);
        });

        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void whatWasGoneBackOnIsNotCounted() {
        long before = counted();

        transaction.executeWithoutResult(status -> {
            change(1);
            status.setRollbackOnly();
        });

        assertThat(counted()).isEqualTo(before);
    }

    private void change(int posto) {
        jdbc.sql("UPDATE postos SET preco_kwh = preco_kwh + 0.01 WHERE id = ?")
                .param(posto)
                .update();
    }

    private long counted() {
        return jdbc.sql("SELECT mudancas FROM postos_mudancas")
                .query(Long.class)
                .single();
    }
}
