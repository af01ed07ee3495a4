package br.com.recarga.server.privacidade;

import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes {@link DadosDaPlaca}, leaves a {@link Resposta}: what is over tells nothing of a person any more, and still counts. */
@Component
public class AnonimizarRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, BeanValidatorBuilders {

    public static final String ID = "anonimizar";

    /** The transaction: all of it, or nothing. */
    public static final String DECIDIR = "anonimizar-decidir";

    private static final Variable<DadosDaPlaca> PEDIDO =
            Variable.of(AnonimizarRoute.class, "pedido", DadosDaPlaca.class);
    private static final Variable<Integer> RESERVAS = Variable.of(AnonimizarRoute.class, "reservas", Integer.class);
    private static final Variable<Integer> AVULSOS = Variable.of(AnonimizarRoute.class, "avulsos", Integer.class);

    private final PrivacidadeService privacidade;

    AnonimizarRoute(PrivacidadeService privacidade) {
        this.privacidade = privacidade;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Apaga os dados pessoais de uma placa, para o operador, ou de uma reserva, para quem tem o seu código")
            .errorHandler(noErrorHandler())
            .to(beanValidator("dados-da-placa")).id("validar-dados-a-apagar")
            .to(direct(DECIDIR));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Enquanto algo não terminou, nada se apaga; o que fica conta na ocupação e no faturamento")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-anonimizar")
            .setVariable(PEDIDO.name(), body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/dados-anonimizar.sql")).id("dados-anonimizar")
            .setVariable(RESERVAS.name(), header(SqlConstants.SQL_UPDATE_COUNT))
            .setBody(this::parametros)
            .to(sql("classpath:sql/dados-anonimizar-avulsos.sql")).id("dados-anonimizar-avulsos")
            .setVariable(AVULSOS.name(), header(SqlConstants.SQL_UPDATE_COUNT))
            .setBody(this::parametros)
            .to(sql("classpath:sql/dados-em-aberto.sql").outputType(SqlOutputType.SelectOne)).id("dados-em-aberto")
            .setBody(this::anonimizados);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return privacidade.parametros(PEDIDO.get(exchange), UmaVezRoute.quem(exchange));
    }

    private Resposta anonimizados(Exchange exchange) {
        return privacidade.anonimizados(
                UmaVezRoute.quem(exchange),
                RESERVAS.get(exchange) + AVULSOS.get(exchange),
                exchange.getMessage().getBody(Long.class));
    }
}
