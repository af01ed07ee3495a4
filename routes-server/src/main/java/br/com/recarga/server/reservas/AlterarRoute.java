package br.com.recarga.server.reservas;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes an {@link AlteracaoRequest}, leaves its {@link Resposta}: the reservation in its new window, or as it was. */
@Component
public class AlterarRoute extends EndpointRouteBuilder {

    public static final String ID = "alterar";

    /** The part that runs only for a request that has no answer yet, in the transaction of {@link UmaVezRoute}. */
    public static final String DECIDIR = "alterar-decidir";

    private static final String ATUAL = "atual";
    private static final String NOVA_JANELA = "nova-janela";

    private final MudancaService mudancas;

    AlterarRoute(MudancaService mudancas) {
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Muda a janela de uma reserva, para quem tem o seu código ou é o operador")
            .errorHandler(noErrorHandler())
            .to(beanValidator("alteracao")).id("validar-alteracao")
            .setVariable(UmaVezRoute.DECIDIR, constant(DECIDIR))
            .to(direct(UmaVezRoute.ID))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Uma só instrução condicional decide; se a nova janela está tomada, a reserva fica como estava")
            .errorHandler(noErrorHandler())
            .setBody(this::procurada)
            .to(selectOne("reserva-buscar.sql", ReservaRegistro.class)).id("reserva-a-alterar")
            .setVariable(ATUAL, body())
            .setVariable(NOVA_JANELA).exchange(this::novaJanela)
            .setBody(variable(NOVA_JANELA))
            .to(selectOne("reserva-alterar.sql", ReservaRegistro.class)).id("reserva-alterar")
            .choice()
                .when(body().isNotNull())
                    .setVariable(AvisarRoute.MUDADAS, body())
                    .setBody(this::alterada)
                .otherwise()
                    .setBody(variable(NOVA_JANELA))
                    .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("alteracao-impedimento")
                    .setBody(this::recusada)
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder selectOne(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement)
                .outputType(SqlOutputType.SelectOne)
                .outputClass(row.getName());
    }

    private Map<String, Object> procurada(Exchange exchange) {
        return mudancas.procurada(pedido(exchange).reservaId());
    }

    private Map<String, Object> novaJanela(Exchange exchange) {
        Autor autor = exchange.getVariable(UmaVezRoute.AUTOR, Autor.MOTORISTA, Autor.class);
        return mudancas.alteracao(pedido(exchange), atual(exchange), autor);
    }

    private Resposta alterada(Exchange exchange) {
        return mudancas.alterada(pedido(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private Resposta recusada(Exchange exchange) {
        return mudancas.naoAlterada(
                pedido(exchange), atual(exchange), exchange.getMessage().getBody(Impedimento.class));
    }

    private static ReservaRegistro atual(Exchange exchange) {
        return exchange.getVariable(ATUAL, ReservaRegistro.class);
    }

    private static AlteracaoRequest pedido(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.PEDIDO, AlteracaoRequest.class);
    }
}
