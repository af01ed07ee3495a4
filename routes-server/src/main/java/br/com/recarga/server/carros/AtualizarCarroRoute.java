package br.com.recarga.server.carros;

import br.com.recarga.contract.CarroTelemetria;
import br.com.recarga.server.avisos.IgnorarRoute;
import br.com.recarga.server.config.Statements;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** Takes a {@link CarroTelemetria}; a car that never reserved here stays unknown. */
@Component
public class AtualizarCarroRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "atualizar-carro";

    /** Leaves the car whose battery has just become low, or nothing. */
    private static final String GRAVAR = "atualizar-carro-gravar";

    private final CarrosService carros;

    AtualizarCarroRoute(CarrosService carros) {
        this.carros = carros;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Atualiza um carro conhecido; quando sua bateria cai abaixo de 20 %, alerta uma vez")
            .errorHandler(noErrorHandler())
            .to(beanValidator("carro")).id("validar-carro")
            .setBody().body(CarroTelemetria.class, carros::parametros)
            .to(direct(GRAVAR))
            .choice()
                .when(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0))
                    .to(direct(IgnorarRoute.ID))
                .when(body().isNotNull()).id("bateria-acabou-de-cair")
                    .to(direct(AlertaRoute.ID))
            .end();

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("Guarda o que o carro contou; de duas mensagens ao mesmo tempo, uma só alerta")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-atualizar-carro")
            .to(sql("classpath:sql/carro-atualizar.sql")).id("carro-atualizar")
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isNotEqualTo(0)).id("carro-conhecido")
                .to(selectOne("carro-alertar.sql", CarroRegistro.class)).id("carro-alertar")
            .end();
    }
    // @formatter:on
}
