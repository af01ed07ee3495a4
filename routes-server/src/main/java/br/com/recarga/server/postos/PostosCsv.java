package br.com.recarga.server.postos;

import br.com.recarga.server.config.ServerSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty database from the operator's CSV, once and before the first request is heard. A line that cannot be read
 * stops the start, and all such lines are named: an operator must not go online with half of its points.
 */
@Component
@DependsOnDatabaseInitialization
class PostosCsv implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(PostosCsv.class);
    private static final String INSERT = """
            INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
            VALUES (:id, :nome, :cidade, :uf, :latitude, :longitude, :potencia_maxima, :tipo_conector, :preco_kwh)
            """;

    private final Path csv;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    PostosCsv(ServerSettings settings, JdbcClient jdbc, TransactionOperations transaction) {
        this.csv = Path.of(settings.postosCsv());
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        boolean empty = jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM postos)")
                .query(Boolean.class)
                .single();
        if (!empty) {
            return;
        }
        if (!Files.isReadable(csv)) {
            LOG.warn("No charging points: {} cannot be read", csv);
            return;
        }
        List<Map<String, Object>> postos = read();
        transaction.executeWithoutResult(
                status -> postos.forEach(posto -> jdbc.sql(INSERT).params(posto).update()));
        LOG.info("{} charging points loaded from {}", postos.size(), csv);
    }

    private List<Map<String, Object>> read() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        List<Map<String, Object>> postos = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        Set<Object> ids = new HashSet<>();
        try (Reader file = Files.newBufferedReader(csv);
                CSVParser records = format.parse(file)) {
            for (CSVRecord line : records) {
                try {
                    Map<String, Object> posto = posto(line);
                    require(ids.add(posto.get("id")), "id already used");
                    postos.add(posto);
                } catch (IllegalArgumentException e) {
                    errors.add("line %d: %s".formatted(records.getCurrentLineNumber(), e.getMessage()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalStateException("%s has lines that are no charging points: %s".formatted(csv, errors));
        }
        return postos;
    }

    private static Map<String, Object> posto(CSVRecord line) {
        int id = Integer.parseInt(line.get("id"));
        require(id > 0, "id must be positive");
        return Map.of(
                "id", id,
                "nome", text(line, "nome"),
                "cidade", text(line, "cidade"),
                "uf", text(line, "uf"),
                "latitude", number(line, "latitude", -90, 90),
                "longitude", number(line, "longitude", -180, 180),
                "potencia_maxima", number(line, "potencia_maxima", 1, 1000),
                "tipo_conector", text(line, "tipo_conector"),
                "preco_kwh", number(line, "preco_kwh", 0, 100));
    }

    private static String text(CSVRecord line, String column) {
        String value = line.get(column);
        require(!value.isBlank(), column + " is blank");
        return value;
    }

    private static double number(CSVRecord line, String column, double min, double max) {
        double value = Double.parseDouble(line.get(column));
        // as NaN compares false with everything, it is refused too
        require(value >= min && value <= max, "%s must be from %s to %s".formatted(column, min, max));
        return value;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
