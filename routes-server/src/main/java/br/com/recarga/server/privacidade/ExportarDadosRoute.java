package br.com.recarga.server.privacidade;

import br.com.recarga.contract.CarroGuardado;
import br.com.recarga.contract.DadosPessoais;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.carregamentos.CarregamentoRegistro;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes {@link DadosDaPlaca}, leaves {@link DadosPessoais}. */
@Component
public class ExportarDadosRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "exportar-dados";

    private static final Variable<DadosDaPlaca> PEDIDO =
            Variable.of(ExportarDadosRoute.class, "pedido", DadosDaPlaca.class);
    private static final Variable<CarroGuardado> CARRO =
            Variable.of(ExportarDadosRoute.class, "carro", CarroGuardado.class);
    private static final Variable<List<ReservaRegistro>> RESERVAS =
            Variable.listOf(ExportarDadosRoute.class, "reservas", ReservaRegistro.class);

    private final PrivacidadeService privacidade;

    ExportarDadosRoute(PrivacidadeService privacidade) {
        this.privacidade = privacidade;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Tudo o que se guarda de uma placa, para o operador, ou de uma reserva, para quem tem o seu código")
            .errorHandler(noErrorHandler())
            .to(beanValidator("dados-da-placa")).id("validar-dados-a-exportar")
            .setVariable(PEDIDO.name(), body())
            .setBody(this::parametros)
            .to(selectOne("dados-carro.sql", CarroGuardado.class).dataSource("#leitura")).id("dados-carro")
            .setVariable(CARRO.name(), body())
            .setBody(this::parametros)
            .to(select("dados-reservas.sql", ReservaRegistro.class).dataSource("#leitura")).id("dados-reservas")
            .setVariable(RESERVAS.name(), body())
            .setBody(this::parametros)
            .to(select("dados-carregamentos.sql", CarregamentoRegistro.class).dataSource("#leitura")).id("dados-carregamentos")
            .setBody(this::exportados);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return privacidade.parametros(PEDIDO.get(exchange), UmaVezRoute.quem(exchange));
    }

    private DadosPessoais exportados(Exchange exchange) {
        return privacidade.exportados(
                PEDIDO.get(exchange),
                UmaVezRoute.quem(exchange),
                CARRO.get(exchange),
                RESERVAS.get(exchange),
                Rows.of(exchange, CarregamentoRegistro.class));
    }
}
