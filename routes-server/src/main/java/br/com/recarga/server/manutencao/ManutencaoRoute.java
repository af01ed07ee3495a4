package br.com.recarga.server.manutencao;

import br.com.recarga.contract.ManutencaoBody;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.umavez.UmaVezRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link ManutencaoBody}, and the point's id in the variable {@link #POSTO_ID}: of one that is not there, nothing
 * changes. The reservations that it cancelled are in {@link AvisarRoute#MUDADAS}.
 */
@Component
public class ManutencaoRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "manutencao";

    /** The part that runs in one transaction. */
    public static final String DECIDIR = "manutencao-decidir";

    /** What is written, in a transaction: takes the {@link Manutencao} from {@link #MANUTENCAO}. */
    public static final String GRAVAR = "manutencao-gravar";

    public static final Variable<Integer> POSTO_ID = Variable.of(ManutencaoRoute.class, "posto_id", Integer.class);

    static final Variable<Manutencao> MANUTENCAO = Variable.of(ManutencaoRoute.class, "manutencao", Manutencao.class);

    private final ManutencaoService manutencoes;

    ManutencaoRoute(ManutencaoService manutencoes) {
        this.manutencoes = manutencoes;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Tira um posto de serviço numa janela, ou o devolve")
            .errorHandler(noErrorHandler())
            .to(beanValidator("manutencao")).id("validar-manutencao")
            .setVariable(MANUTENCAO.name()).exchange(this::definir)
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("A manutenção e os cancelamentos dela acontecem juntos")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-manutencao")
            .to(direct(SimularRoute.COMECAR))
            .to(direct(GRAVAR))
            .to(direct(SimularRoute.ID));

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("Cancela as reservas que a manutenção atinge")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> MANUTENCAO.get(exchange).parametros(UmaVezRoute.quem(exchange)))
            .choice()
                .when(exchange -> MANUTENCAO.get(exchange).emManutencao())
                    .to(sql("classpath:sql/manutencao-inserir.sql")).id("manutencao-inserir")
                    .to(select("reservas-cancelar-janela.sql", ReservaRegistro.class)).id("reservas-cancelar-janela")
                    .setVariable(AvisarRoute.MUDADAS.name(), body())
                .otherwise()
                    .filter(exchange -> !MANUTENCAO.get(exchange).soAtual())
                        .to(sql("classpath:sql/manutencao-depois.sql")).id("manutencao-depois")
                    .end()
                    .to(sql("classpath:sql/manutencao-durante.sql")).id("manutencao-durante")
                    .to(sql("classpath:sql/manutencao-antes.sql")).id("manutencao-antes")
            .end();
    }
    // @formatter:on

    private Manutencao definir(Exchange exchange) {
        return manutencoes.definir(POSTO_ID.get(exchange), exchange.getMessage().getBody(ManutencaoBody.class));
    }
}
