package br.com.recarga.server.manutencao;

import br.com.recarga.contract.PostoBody;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.postos.BuscarPostoRoute;
import br.com.recarga.server.postos.CadastroService;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ConferirRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link PostoBody} with its id, leaves the {@link br.com.recarga.contract.Posto}. The reservations for which it is not
 * any more what was reserved are in {@link AvisarRoute#MUDADAS}.
 */
@Component
public class AlterarPostoRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, BeanValidatorBuilders {

    public static final String ID = "alterar-posto";

    /** The part that runs in one transaction. */
    public static final String DECIDIR = "alterar-posto-decidir";

    private static final Variable<PostoBody> POSTO = Variable.of(AlterarPostoRoute.class, "posto", PostoBody.class);

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Muda tudo o que o operador diz de um posto")
            .errorHandler(noErrorHandler())
            .to(beanValidator("posto")).id("validar-posto")
            .setVariable(POSTO.name(), body())
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID))
            .setBody(AlterarPostoRoute::postoId)
            // refuses it, if there was none to change
            .to(direct(BuscarPostoRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("O posto e os avisos das suas reservas mudam juntos")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-alterar-posto")
            .to(direct(SimularRoute.COMECAR))
            .setBody(exchange -> CadastroService.parametros(POSTO.get(exchange)))
            .to(sql("classpath:sql/posto-alterar.sql")).id("posto-alterar")
            .setBody(AlterarPostoRoute::postoId)
            .to(direct(ConferirRoute.ID))
            .to(direct(SimularRoute.ID));
    }
    // @formatter:on

    private static Integer postoId(Exchange exchange) {
        return POSTO.get(exchange).id();
    }
}
