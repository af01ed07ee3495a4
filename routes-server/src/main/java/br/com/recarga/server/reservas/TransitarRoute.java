package br.com.recarga.server.reservas;

import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link Transicao}, leaves the {@link ReservaRegistro} as it is after it, whether it could change or not, or
 * nothing if there is none. What did change is in the variable {@link AvisarRoute#MUDADAS}.
 */
@Component
public class TransitarRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "transitar";

    private static final Variable<Transicao> TRANSICAO =
            Variable.of(TransitarRoute.class, "transicao", Transicao.class);

    private final MudancaService mudancas;

    TransitarRoute(MudancaService mudancas) {
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Muda a situação de uma reserva, se a tabela de transições deixa; uma só instrução decide")
            .errorHandler(noErrorHandler())
            .setVariable(TRANSICAO.name(), body())
            .setBody(this::parametros)
            .to(selectOne("reserva-transitar.sql", ReservaRegistro.class)).id("reserva-transitar")
            .choice()
                .when(body().isNotNull())
                    .setVariable(AvisarRoute.MUDADAS.name()).body(ReservaRegistro.class, mudada -> List.of(mudada)).endChoice()
                .otherwise()
                    .setBody(this::parametros)
                    .to(selectOne("reserva-buscar.sql", ReservaRegistro.class)).id("reserva-que-nao-mudou")
            .end();
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return mudancas.parametros(TRANSICAO.get(exchange));
    }
}
