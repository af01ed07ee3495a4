package br.com.recarga.server.manutencao;

import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ConferirRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link PontoDisponibilidade}. The reservations that it touched, and cancelled if it said {@code em_manutencao},
 * are in {@link AvisarRoute#MUDADAS}.
 */
@Component
public class DisponibilidadeRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, BeanValidatorBuilders {

    public static final String ID = "mudar-disponibilidade";

    /** The part that runs in one transaction. */
    public static final String DECIDIR = "disponibilidade-decidir";

    private static final Variable<PontoDisponibilidade> PEDIDO =
            Variable.of(DisponibilidadeRoute.class, "pedido", PontoDisponibilidade.class);

    private final ManutencaoService manutencoes;
    private final PostosService postos;

    DisponibilidadeRoute(ManutencaoService manutencoes, PostosService postos) {
        this.manutencoes = manutencoes;
        this.postos = postos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O interruptor do operador: liga, desliga ou põe em manutenção um posto")
            .errorHandler(noErrorHandler())
            .to(beanValidator("disponibilidade")).id("validar-disponibilidade")
            .setVariable(PEDIDO.name(), body())
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("O interruptor e a manutenção mudam juntos ou não mudam")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-disponibilidade")
            .to(direct(SimularRoute.COMECAR))
            .setBody(exchange -> manutencoes.disponibilidade(PEDIDO.get(exchange)))
            .to(sql("classpath:sql/posto-disponibilidade.sql")).id("posto-disponibilidade")
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0)).id("sem-esse-posto")
                .process(this::recusar).id("posto-inexistente")
            .end()
            .filter(exchange -> PEDIDO.get(exchange).emManutencao() != null).id("fala-de-manutencao")
                .setVariable(ManutencaoRoute.MANUTENCAO.name()).exchange(exchange -> manutencoes.definir(PEDIDO.get(exchange)))
                .to(direct(ManutencaoRoute.GRAVAR))
            .end()
            .setBody(DisponibilidadeRoute::postoId)
            .to(direct(ConferirRoute.ID))
            .to(direct(SimularRoute.ID));
    }
    // @formatter:on

    private void recusar(Exchange exchange) {
        throw postos.inexistente(postoId(exchange));
    }

    private static Integer postoId(Exchange exchange) {
        return PEDIDO.get(exchange).pontoId();
    }
}
