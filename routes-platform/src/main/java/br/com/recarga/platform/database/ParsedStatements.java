package br.com.recarga.platform.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.component.sql.SqlHelper;
import org.apache.camel.spi.EndpointStrategy;

/**
 * Parses each statement of a route once. Camel's own strategy does so three times at every call, by regular expressions, and
 * for each parameter makes a map of the body twice. What has more than plain {@code :#name} is left to it.
 */
final class ParsedStatements extends DefaultSqlPrepareStatementStrategy implements EndpointStrategy {

    /** More than an application has; a header can bring others. */
    private static final int STATEMENTS = 1_000;

    /** What the component takes for a question mark. */
    private static final String PLACEHOLDER = "#";

    /** {@code :#name}, as the endpoint hands it on. */
    private static final Pattern NAME = Pattern.compile(":\\?(\\w+)");

    private static final Pattern MORE_THAN_NAMES = Pattern.compile(":\\?(\\$|in:)");

    private final LoadingCache<String, Parsed> parsed =
            Caffeine.newBuilder().maximumSize(STATEMENTS).build(Parsed::of);

    /** Gives itself to the statements of all routes, and counts their parameters: to ask PostgreSQL each time is a way there and back. */
    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof SqlEndpoint statement) {
            statement.setPrepareStatementStrategy(this);
            statement.setParametersCount(parameters(statement));
        }
        return endpoint;
    }

    private static int parameters(SqlEndpoint statement) {
        try {
            return Parsed.of(SqlHelper.resolveQuery(statement.getCamelContext(), statement.getQuery(), PLACEHOLDER))
                    .names()
                    .size();
        } catch (NoTypeConversionAvailableException | IOException unreadable) {
            throw new RuntimeCamelException(unreadable);
        }
    }

    @Override
    public String prepareQuery(String statement, boolean allowNamed, Exchange exchange) throws SQLException {
        Parsed known = parsed.get(statement);
        return allowNamed && known.isNamed() ? known.prepared() : super.prepareQuery(statement, allowNamed, exchange);
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String statement, String prepared, int expected, Exchange exchange, Object value) throws SQLException {
        Parsed known = parsed.get(statement);
        return known.isNamed()
                ? known.values(exchange, value).iterator()
                : super.createPopulateIterator(statement, prepared, expected, exchange, value);
    }

    /** @param names of the parameters in their order; none, if Camel is to see to the statement */
    private record Parsed(String prepared, List<String> names) {

        static Parsed of(String statement) {
            List<String> names = MORE_THAN_NAMES.matcher(statement).find()
                    ? List.of()
                    : NAME.matcher(statement).results().map(Parsed::name).toList();
            return new Parsed(NAME.matcher(statement).replaceAll("?"), names);
        }

        private static String name(MatchResult parameter) {
            return parameter.group(1);
        }

        boolean isNamed() {
            return !names.isEmpty();
        }

        /** From the body, else the headers, else the variables. */
        List<Object> values(Exchange exchange, Object value) {
            Map<?, ?> body = exchange.getContext().getTypeConverter().tryConvertTo(Map.class, exchange, value);
            List<Map<?, ?>> sources = Stream.of(body, exchange.getMessage().getHeaders(), exchange.getVariables())
                    .filter(Objects::nonNull)
                    .toList();
            List<Object> values = new ArrayList<>(names.size());
            for (String name : names) {
                values.add(value(name, sources, exchange));
            }
            return values;
        }

        private static Object value(String name, List<Map<?, ?>> sources, Exchange exchange) {
            for (Map<?, ?> source : sources) {
                if (source.containsKey(name)) {
                    return source.get(name);
                }
            }
            throw new RuntimeExchangeException("No value for :#" + name, exchange);
        }
    }
}
