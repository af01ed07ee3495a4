package br.com.recarga.server.config;

import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.apache.camel.component.sql.SqlOutputType;

/** The statements of a route that leave records: by the names of their files under {@code sql}. */
public interface Statements extends SqlBuilders {

    /** Leaves a list of these, one for each row. */
    default SqlEndpointBuilder select(String file, Class<?> row) {
        return sql("classpath:sql/" + file).outputClass(row.getName());
    }

    /** Leaves one of these; null if there is no row. */
    default SqlEndpointBuilder selectOne(String file, Class<?> row) {
        return select(file, row).outputType(SqlOutputType.SelectOne);
    }
}
