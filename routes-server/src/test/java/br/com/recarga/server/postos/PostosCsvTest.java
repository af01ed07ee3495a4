package br.com.recarga.server.postos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.server.config.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PostosCsvTest {

    private static final String HEADER =
            "id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\n";
    private static final String CENTRAL = "1,Central,Feira de Santana,BA,-12.2,-38.9,60,CCS2,2.02\n";
    private static final String NORTE = "2,Norte,Feira de Santana,BA,-12.1,-38.8,22,Tipo 2,1.54\n";

    @TempDir
    private Path folder;

    private Path csv;
    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void emptyDatabase() {
        csv = folder.resolve("server7.csv");
        String url = "jdbc:sqlite:" + folder.resolve("server7.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/sqlite")
                .load()
                .migrate();
        database = new DriverManagerDataSource(url);
        jdbc = JdbcClient.create(database);
    }

    @Test
    void loadsEveryLine() throws IOException {
        load(HEADER + CENTRAL + NORTE);

        assertThat(jdbc.sql("SELECT * FROM postos WHERE id = 2").query().singleRow())
                .containsEntry("nome", "Norte")
                .containsEntry("cidade", "Feira de Santana")
                .containsEntry("uf", "BA")
                .containsEntry("latitude", -12.1)
                .containsEntry("longitude", -38.8)
                .containsEntry("potencia_maxima", 22.0)
                .containsEntry("tipo_conector", "Tipo 2")
                .containsEntry("preco_kwh", 1.54)
                .containsEntry("disponivel", 1);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void forgivesBlankLinesOuterBlanksAndTheOrderOfTheColumns() throws IOException {
        load("nome,id,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\r\n\r\n"
                + " Central , 1 ,Feira de Santana,BA,-12.2,-38.9,60,CCS2,2.02\r\n\r\n");

        assertThat(jdbc.sql("SELECT nome FROM postos WHERE id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Central");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server1", "server2", "server3"})
    void loadsTheDataThatComesWithTheProject(String server) throws IOException {
        csv = Path.of("../data", server + ".csv");
        loader().afterPropertiesSet();

        assertThat(rows()).isEqualTo(Files.readAllLines(csv).size() - 1).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x,Norte,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54 | linha 3, id: deve ser um número inteiro",
                "2,Norte,Feira,BA,far north,-38.8,22,Tipo 2,1.54 | linha 3, latitude: deve ser um número",
                "2,Norte,Feira,BA,-12.1,-38.8,,Tipo 2,1.54 | linha 3, potencia_maxima: deve ser um número",
                "0,Norte,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54 | linha 3, id: deve ser maior que zero",
                "2, ,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54 | linha 3, nome: não pode ficar em branco",
                "2,Norte,Feira,BA,-90.1,-38.8,22,Tipo 2,1.54 | linha 3, latitude: deve ser de -90 a 90",
                "2,Norte,Feira,BA,-12.1,NaN,22,Tipo 2,1.54 | linha 3, longitude: deve ser um número",
                "2,Norte,Feira,BA,-12.1 | linha 3: tem 5 colunas, e o cabeçalho tem 9"
            })
    void aLineThatIsNoPointIsNamedAndNothingIsLoaded(String line, String reason) {
        assertThatThrownBy(() -> load(HEADER + CENTRAL + line + "\n" + NORTE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(csv.toString())
                .hasMessageContaining(reason);
        assertThat(rows()).isZero();
    }

    @Test
    void allBadLinesAreNamedWithTheirNumbers() {
        assertThatThrownBy(() -> load(HEADER + "x" + CENTRAL + NORTE + "\n" + "y" + NORTE + "z" + NORTE.strip()))
                .hasMessageContaining("linha 2,")
                .hasMessageContaining("linha 5,")
                .hasMessageContaining("linha 6,")
                .hasMessageNotContainingAny("linha 1,", "linha 3,", "linha 4,");
        assertThat(rows()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1,The same id again,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54",
                "0,No number,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54",
                "2, ,Feira,BA,-12.1,-38.8,22,Tipo 2,1.54",
                "2,Nowhere on earth,Feira,BA,-92.1,-38.8,22,Tipo 2,1.54",
                "2,No power,Feira,BA,-12.1,-38.8,0,Tipo 2,1.54",
                "2,No number,Feira,BA,-12.1,-38.8,NaN,Tipo 2,1.54",
                "2,Negative price,Feira,BA,-12.1,-38.8,22,Tipo 2,-1"
            })
    void aLineWithAnAbsurdValueIsNamedAndNothingIsLoaded(String line) {
        assertThatThrownBy(() -> load(HEADER + CENTRAL + line + "\n" + NORTE.replace("2,N", "3,N")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("linha 3,");
        assertThat(rows()).isZero();
    }

    @Test
    void aSecondStartDoesNotLoadAgain() throws IOException {
        load(HEADER + CENTRAL);
        jdbc.sql("UPDATE postos SET preco_kwh = 9.99").update();

        load(HEADER + CENTRAL + NORTE);

        assertThat(rows()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT preco_kwh FROM postos").query(Double.class).single())
                .isEqualTo(9.99);
    }

    @Test
    void aSecondStartDoesNotEvenReadTheFile() throws IOException {
        load(HEADER + CENTRAL);

        load("by now something else");

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anAbsentFileLeavesTheDatabaseEmpty() throws IOException {
        loader().afterPropertiesSet();

        assertThat(rows()).isZero();
    }

    /** As long as it takes on a busy machine, and longer than it is waited for the lock. */
    @Test
    void whileAnotherReplicaLoadsThemItIsWaitedFor() throws IOException {
        Files.writeString(csv, HEADER + CENTRAL);

        loader(busy(3, () -> {})).afterPropertiesSet();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatAnotherReplicaHasLoadedMeanwhileStays() throws IOException {
        Files.writeString(csv, HEADER + CENTRAL);

        loader(busy(1, () -> jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                        VALUES (7, 'Outro', 'Feira de Santana', 'BA', -12.1, -38.8, 22, 'CCS2', 1.54)
                        """).update())).afterPropertiesSet();

        assertThat(jdbc.sql("SELECT id FROM postos").query(Long.class).single()).isEqualTo(7);
    }

    @Test
    void whoNeverLetsGoOfTheLockIsNotWaitedForForEver() throws IOException {
        Files.writeString(csv, HEADER + CENTRAL);

        assertThatThrownBy(() -> loader(busy(Integer.MAX_VALUE, () -> {})).afterPropertiesSet())
                .isInstanceOf(CannotCreateTransactionException.class);
    }

    @Test
    void aDatabaseThatFailsIsNotAskedAgain() throws IOException {
        Files.writeString(csv, HEADER + CENTRAL);
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> loader(transactions(() -> {
                            asked.incrementAndGet();
                            throw new SQLException("connection refused", "08001");
                        }))
                        .afterPropertiesSet())
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFileWithNothingButItsHeaderLoadsNothing() throws IOException {
        load(HEADER);

        assertThat(rows()).isZero();
    }

    private void load(String content) throws IOException {
        Files.writeString(csv, content);
        loader().afterPropertiesSet();
    }

    /** A write lock that somebody else has, as PostgreSQL says after the second that it is waited for. */
    private TransactionTemplate busy(int times, Runnable meanwhile) {
        AtomicInteger left = new AtomicInteger(times);
        return transactions(() -> {
            if (left.getAndDecrement() > 0) {
                meanwhile.run();
                throw new SQLException("canceling statement due to lock timeout", "55P03");
            }
        });
    }

    private TransactionTemplate transactions(Beginning beginning) {
        return new TransactionTemplate(new JdbcTransactionManager(database) {

            private static final long serialVersionUID = 1L;

            @Override
            protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                    throws SQLException {
                beginning.begin();
            }
        });
    }

    /** What comes before a transaction may write. */
    private interface Beginning {
        void begin() throws SQLException;
    }

    private PostosCsv loader() {
        return loader(new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    private PostosCsv loader(TransactionTemplate transaction) {
        ServerSettings settings = new ServerSettings(
                "server7",
                csv.toString(),
                ZoneId.of("America/Sao_Paulo"),
                365,
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                1.2,
                Duration.ofHours(8),
                Duration.ofSeconds(2));
        return new PostosCsv(settings, jdbc, transaction);
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM postos").query(Long.class).single();
    }
}
