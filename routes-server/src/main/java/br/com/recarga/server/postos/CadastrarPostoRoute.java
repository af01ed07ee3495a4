package br.com.recarga.server.postos;

import br.com.recarga.contract.PostoBody;
import br.com.recarga.platform.Variable;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link PostoBody}, leaves the new {@link br.com.recarga.contract.Posto}. */
@Component
public class CadastrarPostoRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, BeanValidatorBuilders {

    public static final String ID = "cadastrar-posto";

    private static final String GRAVAR = "cadastrar-posto-gravar";

    private static final Variable<PostoBody> POSTO = Variable.of(CadastrarPostoRoute.class, "posto", PostoBody.class);

    private final CadastroService cadastro;

    CadastrarPostoRoute(CadastroService cadastro) {
        this.cadastro = cadastro;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Cria um posto; um número que já existe não é tomado")
            .errorHandler(noErrorHandler())
            .to(beanValidator("posto")).id("validar-posto-novo")
            .setVariable(POSTO.name(), body())
            .setBody().body(PostoBody.class, CadastroService::parametros)
            .to(direct(GRAVAR))
            .process(this::exigirNovo).id("exigir-novo")
            .to(direct(BuscarPostoRoute.ID));

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("Uma só instrução cria o posto, ou nada")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-cadastrar-posto")
            .to(sql("classpath:sql/posto-inserir.sql").outputType(SqlOutputType.SelectOne)).id("posto-inserir");
    }
    // @formatter:on

    private void exigirNovo(Exchange exchange) {
        cadastro.exigirNovo(POSTO.get(exchange), exchange.getMessage().getBody(Integer.class));
    }
}
