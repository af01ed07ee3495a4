package br.com.recarga.server.http;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Importacao;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.contract.PostoGravado;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.OutroCorpo;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.server.manutencao.AlterarPostoRoute;
import br.com.recarga.server.manutencao.ImportarPostosRoute;
import br.com.recarga.server.manutencao.SimularRoute;
import br.com.recarga.server.postos.CadastrarPostoRoute;
import br.com.recarga.server.postos.CadastroService;
import br.com.recarga.server.reservas.MudancaService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What an operator says of its points. */
@Component
public class CadastroHttp extends EndpointRouteBuilder {

    public static final String CADASTRAR = "http-posto-cadastrar";
    public static final String ALTERAR = "http-posto-alterar";
    public static final String IMPORTAR = "http-postos-importar";

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String DITO = "posto-dito";
    private static final String EXEMPLO = """
            {"id":51,"nome":"Tomba","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2888,-38.9604",
             "potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10}""";

    private final MudancaService mudancas;
    private final QuemPede quemPede;

    CadastroHttp(MudancaService mudancas, QuemPede quemPede) {
        this.mudancas = mudancas;
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
        rest().tag("operador")
            .post("/pontos").routeId("post-pontos")
                .description("Cria um posto; sem id, o servidor escolhe um")
                .consumes(JSON).produces(JSON).type(PostoBody.class).outType(PostoGravado.class)
                .param().name("body").type(RestParamType.body).required(false)
                    .description("potencia_maxima em kW, preco_kwh em R$/kWh; " + RestApi.SEM_CORPO).example(JSON, EXEMPLO).endParam()
                .responseMessage().code(200).message("o posto, e em avisos o que nele é duvidoso").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_JA_EXISTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CADASTRAR))
            .put("/pontos/{id}").routeId("put-ponto")
                .description("Muda todos os campos de um posto; quem o reservou tem o preço que combinou, e é avisado do que já não é o mesmo")
                .consumes(JSON).produces(JSON).type(PostoBody.class).outType(PostoGravado.class)
                .param().name("simular").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: nada muda; a resposta diz quantas reservas seriam atingidas").endParam()
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("51").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description("potencia_maxima em kW, preco_kwh em R$/kWh; id pode faltar; " + RestApi.SEM_CORPO).example(JSON, EXEMPLO).endParam()
                .responseMessage().code(200).message("o posto, e em avisos o que nele é duvidoso").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ALTERAR))
            .post("/pontos/importar").routeId("post-importar")
                .description("Importa postos de um CSV: cria os que faltam, muda os que diferem, deixa os outros")
                .consumes(CSV).produces(JSON).outType(Importacao.class)
                .param().name("parcial").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: importa as linhas boas, embora outras não o sejam").endParam()
                .param().name("simular").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: nada muda; a resposta diz quantas reservas seriam atingidas").endParam()
                .param().name("body").type(RestParamType.body).required(true).example(CSV, """
                    id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh
                    51,Tomba,Feira de Santana,BA,-12.2888,-38.9604,11.0,Tipo 2,1.10
                    """).endParam()
                .responseMessage().code(200).message("quantos são novos, mudaram ou já eram assim, e em avisos o que é duvidoso").endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 1 MB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message("o corpo deve ser text/csv").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS: o que está errado, por linha e coluna").responseModel(Resposta.class).endResponseMessage()
                .to(direct(IMPORTAR));

        from(direct(CADASTRAR)).routeId(CADASTRAR)
            .description("POST /pontos")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-cadastrar")
            .process(CadastroHttp::lerNovo).id("ler-posto-novo")
            .setVariable(DITO, body())
            .to(direct(CadastrarPostoRoute.ID))
            .setBody(CadastroHttp::cadastrado)
            .process(HttpReplies::reply);

        from(direct(ALTERAR)).routeId(ALTERAR)
            .description("PUT /pontos/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-mudar")
            .setVariable(SimularRoute.SIMULAR.name()).exchange(exchange -> Entrada.logico(exchange, "simular"))
            .process(CadastroHttp::lerPosto).id("ler-posto")
            .setVariable(DITO, body())
            .to(direct(AlterarPostoRoute.ID))
            .setBody(this::gravado)
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

    private PostoGravado gravado(Exchange exchange) {
        return new PostoGravado(
                exchange.getMessage().getBody(Posto.class),
                mudancas.afetadas(SimularRoute.mudadas(exchange)),
                avisos(exchange));
    }

    private static List<ErroCampo> avisos(Exchange exchange) {
        return CadastroService.avisos(exchange.getVariable(DITO, PostoBody.class));
    }

    private static void lerNovo(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(Entrada.corpo(exchange, PostoBody.class));
    }

    private static void lerPosto(Exchange exchange) throws IOException {
        ObjectNode body = Entrada.objeto(exchange, PostoBody.class);
        Entrada.igualOuAusente(body, "id", Entrada.inteiro(exchange, "id"));
        exchange.getMessage().setBody(Entrada.corpo(body, PostoBody.class));
    }
}
