package br.com.recarga.server.http;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.contract.PostoGravado;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.OutroCorpo;
import br.com.recarga.server.manutencao.AlterarPostoRoute;
import br.com.recarga.server.manutencao.ImportarPostosRoute;
import br.com.recarga.server.manutencao.SimularRoute;
import br.com.recarga.server.postos.CadastrarPostoRoute;
import br.com.recarga.server.postos.CadastroService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What an operator says of its points. */
@Component
public class CadastroHttp extends RouteBuilder implements DirectBuilders {

    public static final String CADASTRAR = "http-posto-cadastrar";
    public static final String ALTERAR = "http-posto-alterar";
    public static final String IMPORTAR = "http-postos-importar";

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final Variable<PostoBody> DITO = Variable.of(CadastroHttp.class, "dito", PostoBody.class);

    private final QuemPede quemPede;

    CadastroHttp(QuemPede quemPede) {
        this.quemPede = quemPede;
    }

    /** Everything else at this port is JSON, and smaller. */
    @Configuration(proxyBeanMethods = false)
    static class Importado {

        private static final int MAX_CSV = 1024 * 1024;

        @Bean
        OutroCorpo csvDePostos() {
            return new OutroCorpo("/pontos/importar", MediaType.parseMediaType(CSV), MAX_CSV);
        }
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .post("/pontos").consumes(JSON).routeId("post-pontos").to(direct(CADASTRAR))
            .put("/pontos/{id}").consumes(JSON).routeId("put-ponto").to(direct(ALTERAR))
            .post("/pontos/importar").consumes(CSV).routeId("post-importar").to(direct(IMPORTAR));

        from(direct(CADASTRAR)).routeId(CADASTRAR)
            .description("POST /pontos")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-cadastrar")
            .process(Entrada.ler(PostoBody.class)).id("ler-posto-novo")
            .setVariable(DITO.name(), body())
            .to(direct(CadastrarPostoRoute.ID))
            .setBody(CadastroHttp::cadastrado)
            .process(HttpReplies::reply);

        from(direct(ALTERAR)).routeId(ALTERAR)
            .description("PUT /pontos/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-mudar")
            .setVariable(SimularRoute.SIMULAR.name()).exchange(exchange -> Entrada.logico(exchange, "simular"))
            .process(CadastroHttp::lerPosto).id("ler-posto")
            .setVariable(DITO.name(), body())
            .to(direct(AlterarPostoRoute.ID))
            .setBody(CadastroHttp::gravado)
            .process(HttpReplies::reply);

        from(direct(IMPORTAR)).routeId(IMPORTAR)
            .description("POST /pontos/importar")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-importar")
            .setVariable(SimularRoute.SIMULAR.name()).exchange(exchange -> Entrada.logico(exchange, "simular"))
            .setVariable(ImportarPostosRoute.PARCIAL.name()).exchange(exchange -> Entrada.logico(exchange, "parcial"))
            .to(direct(ImportarPostosRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static PostoGravado cadastrado(Exchange exchange) {
        return new PostoGravado(exchange.getMessage().getBody(Posto.class), null, avisos(exchange));
    }

    private static PostoGravado gravado(Exchange exchange) {
        return new PostoGravado(
                exchange.getMessage().getBody(Posto.class), SimularRoute.afetadas(exchange), avisos(exchange));
    }

    private static List<ErroCampo> avisos(Exchange exchange) {
        return CadastroService.avisos(DITO.get(exchange));
    }

    private static void lerPosto(Exchange exchange) throws IOException {
        ObjectNode body = Entrada.objeto(exchange, PostoBody.class);
        Entrada.igualOuAusente(body, "id", Entrada.inteiro(exchange, "id"));
        exchange.getMessage().setBody(Entrada.corpo(body, PostoBody.class));
    }
}
