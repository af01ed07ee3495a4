package br.com.recarga.server;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets every test begin with the points of the contract's examples, instead of those of all other tests. */
public class PostosDosExemplos implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        update(
                test,
                "CREATE TABLE postos_de_antes AS SELECT * FROM postos",
                "DELETE FROM postos",
                "INSERT INTO postos VALUES (3, 'Getúlio Vargas', 'Feira de Santana', 'BA', -12.2573, -38.9602,"
                        + " 50, 'CHAdeMO', 1.95, TRUE)",
                "INSERT INTO postos VALUES (5, 'Tomba', 'Feira de Santana', 'BA', -12.2888, -38.9604,"
                        + " 11, 'Tipo 2', 1.1, TRUE)");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        update(
                test,
                "DELETE FROM carregamentos",
                "DELETE FROM manutencoes",
                "DELETE FROM reservas",
                "DELETE FROM postos",
                "INSERT INTO postos SELECT * FROM postos_de_antes",
                "DROP TABLE postos_de_antes");
    }

    private static void update(ExtensionContext test, String... statements) {
        JdbcClient jdbc = SpringExtension.getApplicationContext(test).getBean(JdbcClient.class);
        List.of(statements).forEach(statement -> jdbc.sql(statement).update());
    }
}
