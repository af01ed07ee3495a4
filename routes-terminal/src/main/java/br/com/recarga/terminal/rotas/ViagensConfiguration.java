package br.com.recarga.terminal.rotas;

import br.com.recarga.client.sagas.RetomarSagasRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import br.com.recarga.platform.database.DatabaseAutoConfiguration;
import br.com.recarga.platform.metrics.MetricsAutoConfiguration;
import org.apache.camel.component.sql.springboot.SqlComponentAutoConfiguration;
import org.apache.camel.component.sql.springboot.SqlComponentConverter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** What trips need besides: their routes, their sagas and the database that both are written to. */
@ImportAutoConfiguration({
    DatabaseAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    SqlComponentAutoConfiguration.class,
    SqlComponentConverter.class
})
@ComponentScan(basePackageClasses = {RetomarSagasRoute.class, ReservarViagemRoute.class})
class ViagensConfiguration {}
