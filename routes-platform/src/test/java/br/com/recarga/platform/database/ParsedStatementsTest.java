package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.component.sql.SqlHelper;
import org.apache.camel.component.sql.SqlPrepareStatementStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class ParsedStatementsTest {

    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Path ROOT = Path.of("..");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ParsedStatements parsed = new ParsedStatements();
    private final SqlPrepareStatementStrategy camels = new DefaultSqlPrepareStatementStrategy();

    @AfterEach
    void close() throws IOException {
        camel.close();
    }

    static Stream<Path> statements() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder :
                List.of("routes-server/src/main/resources/sql", "routes-client/src/main/resources/viagens")) {
            try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".sql")).forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void eachStatementOfOursIsAsCamelWouldHaveIt(Path file) throws Exception {
        String statement = SqlHelper.resolveQuery(camel, file.toUri().toString(), "#");
        // each word of the file, so that every name has a value of its own
        Map<String, Object> body = new HashMap<>();
        NAME.matcher(Files.readString(file)).results().forEach(word -> body.put(word.group(), body.size()));

        assertSame(statement, exchange(body));
        assertSame(statement, exchange(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT ':', '%H:%M', a FROM t WHERE b = :?x",
                "SELECT :?x, :?y, :?x",
                "SELECT * FROM t WHERE a IN (:?in:many) AND b = :?x",
                "SELECT :?${header.head}, :?x",
                "SELECT :?$simple{header.head}",
                "SELECT :?none, :?head, :?variable, :?both"
            })
    void whateverCamelKnowsIsKnown(String statement) throws SQLException {
        Map<String, Object> body = new HashMap<>(Map.of("x", 1, "y", "two", "many", List.of(7, 8, 9), "both", "body"));
        body.put("none", null);
        Exchange exchange = exchange(body);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("head", "h", "both", "header")));
        exchange.setVariable("variable", "v");
        exchange.setVariable("head", "not the header's");

        assertSame(statement, exchange);
    }

    @Test
    void parametersWithoutNamesComeFromTheBody() throws SQLException {
        assertSame("SELECT ?, ?", exchange(List.of("a", "b")));
        assertSame("SELECT ?, ?", exchange("a,b"));
    }

    @Test
    void namesStayWhereTheyAreNotAllowed() throws SQLException {
        assertThat(parsed.prepareQuery("SELECT :?x", false, exchange(Map.of()))).isEqualTo("SELECT :?x");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThatThrownBy(() -> parsed.createPopulateIterator(
                        "SELECT :?placa", "SELECT ?", 1, exchange(List.of("segredo")), List.of("segredo")))
                .isInstanceOf(RuntimeExchangeException.class)
                .hasMessageStartingWith("No value for :#placa")
                .hasMessageNotContaining("segredo");
    }

    @Test
    void theStatementsOfAllRoutesAreParsedSo() {
        SqlComponent component = new SqlComponent();
        component.setDataSource(new SQLiteDataSource());
        camel.addComponent("sql", component);
        camel.getCamelContextExtension().registerEndpointCallback(parsed);

        SqlEndpoint endpoint = camel.getEndpoint("sql:SELECT :#x", SqlEndpoint.class);

        assertThat(endpoint.getPrepareStatementStrategy()).isSameAs(parsed);
    }

    private void assertSame(String statement, Exchange exchange) throws SQLException {
        String prepared = camels.prepareQuery(statement, true, exchange);
        assertThat(parsed.prepareQuery(statement, true, exchange)).isEqualTo(prepared);
        assertThat(values(parsed, statement, prepared, exchange))
                .isEqualTo(values(camels, statement, prepared, exchange));
    }

    private static List<Object> values(
            SqlPrepareStatementStrategy strategy, String statement, String prepared, Exchange exchange)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        Iterator<?> all = strategy.createPopulateIterator(
                statement, prepared, 2, exchange, exchange.getMessage().getBody());
        while (all.hasNext()) {
            Object value = all.next();
            if (value instanceof Iterator<?> valuesOfIn) {
                valuesOfIn.forEachRemaining(values::add);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        return exchange;
    }
}
