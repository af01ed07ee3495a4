package br.com.recarga.server.postos;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.platform.database.PatientTransaction;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty database from the operator's CSV, once and before the first request is heard. A line that cannot be read
 * stops the start, and all such lines are named as by an import: an operator must not go online with half of its points.
 */
@Component
@DependsOnDatabaseInitialization
class PostosCsv implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(PostosCsv.class);
    private static final String INSERT = """
            INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
            VALUES (:posto_id, :nome, :cidade, :uf, :latitude, :longitude, :potencia_maxima, :tipo_conector, :preco_kwh)
            """;

    private final Path csv;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    PostosCsv(ServerSettings settings, JdbcClient jdbc, TransactionOperations transaction) {
        this.csv = Path.of(settings.postosCsv());
        this.jdbc = jdbc;
        // two replicas may begin at the same time
        this.transaction = new PatientTransaction(transaction);
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (!semPostos()) {
            return;
        }
        if (!Files.isReadable(csv)) {
            LOG.warn("No charging points: {} cannot be read", csv);
            return;
        }
        List<PostoBody> postos = ler();
        transaction.executeWithoutResult(status -> gravar(postos));
    }

    private void gravar(List<PostoBody> postos) {
        // another replica, which began at the same time, may have been the first
        if (semPostos()) {
            postos.forEach(posto ->
                    jdbc.sql(INSERT).params(CadastroService.parametros(posto)).update());
            LOG.info("{} charging points loaded from {}", postos.size(), csv);
        }
    }

    private boolean semPostos() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM postos)")
                .query(Boolean.class)
                .single();
    }

    private List<PostoBody> ler() throws IOException {
        Leitura leitura = new LeitorDeCsv().ler(Files.readAllBytes(csv));
        if (!leitura.erros().isEmpty()) {
            throw new IllegalStateException(
                    "%s tem linhas que não são postos:%n%s".formatted(csv, emLinhas(leitura.erros())));
        }
        if (!leitura.avisos().isEmpty()) {
            LOG.warn("{} names doubtful places:{}{}", csv, System.lineSeparator(), emLinhas(leitura.avisos()));
        }
        return leitura.postos();
    }

    private static String emLinhas(List<ErroCampo> notas) {
        return notas.stream()
                .map(nota -> nota.campo() + ": " + nota.mensagem())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
