package br.com.recarga.server.http;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoCorrecao;
import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.CarregamentosPagina;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.server.carregamentos.BuscarCarregamentoRoute;
import br.com.recarga.server.carregamentos.CorrigirRoute;
import br.com.recarga.server.carregamentos.FiltroDeCarregamentos;
import br.com.recarga.server.carregamentos.FinalizarRoute;
import br.com.recarga.server.carregamentos.IniciarRoute;
import br.com.recarga.server.carregamentos.ListarCarregamentosRoute;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** A car charges at a point. */
@Component
public class CarregamentosHttp extends EndpointRouteBuilder {

    public static final String LISTAR = "http-carregamentos";
    public static final String INICIAR = "http-carregamento-iniciar";
    public static final String FINALIZAR = "http-carregamento-finalizar";
    public static final String CORRIGIR = "http-carregamento-corrigir";
    public static final String CARREGAMENTO = "http-carregamento";

    private static final String JSON = "application/json";

    private final QuemPede quemPede;

    CarregamentosHttp(QuemPede quemPede) {
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("operador")
            .get("/carregamentos").routeId("get-carregamentos")
                .description("Os carregamentos deste servidor, o que começou por último primeiro")
                .produces(JSON).outType(CarregamentosPagina.class)
                .param().name("posto_id").type(RestParamType.query).dataType("integer").required(false).endParam()
                .param().name("placa").type(RestParamType.query).dataType("string").required(false).example("ABC1D23").endParam()
                .param().name("reserva_id").type(RestParamType.query).dataType("string").required(false).endParam()
                .param().name("em_curso").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: os que não terminaram; false: os outros").endParam()
                .param().name("atrasado").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: os que passaram do prazo e não terminaram; false: os outros").endParam()
                .param().name("de").type(RestParamType.query).dataType("string").required(false)
                    .description("só os que terminaram depois; um em curso dura ao menos até agora e até o prazo; ISO-8601 com fuso").endParam()
                .param().name("ate").type(RestParamType.query).dataType("string").required(false)
                    .description("só os que começaram antes; ISO-8601 com fuso").endParam()
                .param().name("limite").type(RestParamType.query).dataType("integer").required(false)
                    .description("1 a 200; sem ele, 50").endParam()
                .param().name("deslocamento").type(RestParamType.query).dataType("integer").required(false)
                    .description("0 a 1000000; sem ele, 0").endParam()
                .responseMessage().code(200).message("uma página").endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(LISTAR))
            .post("/pontos/{id}/carregamento").routeId("post-carregamento")
                .description("Começa um carregamento: com reserva_id, a chegada de quem reservou; só com placa, sem reserva")
                .consumes(JSON).produces(JSON).type(CarregamentoInicio.class).outType(Carregamento.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description(RestApi.SEM_CORPO).example(JSON, """
                    {"reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea"}""").endParam()
                .responseMessage().code(200).message("o carregamento; o mesmo, se já tinha começado").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE, RESERVA_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO e POSTO_EM_MANUTENCAO (com alternativas), CARRO_JA_RESERVADO, RESERVA_EXPIRADA, TRANSICAO_INVALIDA")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(INICIAR))
            .put("/pontos/{id}/carregamento/{cid}").routeId("put-carregamento")
                .description("Termina um carregamento, e a sua reserva; o custo é a energia (kWh) vezes o preço de quando começou. Sem energia_kwh, ela fica por dizer")
                .consumes(JSON).produces(JSON).type(CarregamentoFim.class).outType(Carregamento.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name("cid").type(RestParamType.path).dataType("integer").required(true).example("1").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description(RestApi.SEM_CORPO).example(JSON, """
                    {"energia_kwh":31.4}""").endParam()
                .responseMessage().code(200).message("o carregamento terminado").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("CARREGAMENTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA: já terminou com outra energia; PATCH a corrige").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(FINALIZAR))
            .patch("/pontos/{id}/carregamento/{cid}").routeId("patch-carregamento")
                .description("Corrige a energia de um carregamento terminado; o que se disse antes fica no histórico")
                .consumes(JSON).produces(JSON).type(CarregamentoCorrecao.class).outType(Carregamento.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name("cid").type(RestParamType.path).dataType("integer").required(true).example("1").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description(RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.CARREGAMENTO_CORRECAO.texto()).endParam()
                .responseMessage().code(200).message("o carregamento corrigido").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("CARREGAMENTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA: ainda não terminou").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS: também energia demais, sem confirmado").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CORRIGIR))
            .get("/pontos/{id}/carregamento/{cid}").routeId("get-carregamento")
                .description("Um carregamento, em curso ou terminado")
                .produces(JSON).outType(Carregamento.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name("cid").type(RestParamType.path).dataType("integer").required(true).example("1").endParam()
                .responseMessage().code(200).message("o carregamento").endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("CARREGAMENTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CARREGAMENTO));

        from(direct(LISTAR)).routeId(LISTAR)
            .description("GET /carregamentos")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-carregamentos")
            .setBody(CarregamentosHttp::filtro).id("ler-filtro-de-carregamentos")
            .to(direct(ListarCarregamentosRoute.ID))
            .process(HttpReplies::reply);

        from(direct(INICIAR)).routeId(INICIAR)
            .description("POST /pontos/{id}/carregamento")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-iniciar")
            .setVariable(IniciarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .process(CarregamentosHttp::lerInicio).id("ler-inicio")
            .to(direct(IniciarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(FINALIZAR)).routeId(FINALIZAR)
            .description("PUT /pontos/{id}/carregamento/{cid}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-finalizar")
            .setVariable(FinalizarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .setVariable(FinalizarRoute.CARREGAMENTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "cid"))
            .process(CarregamentosHttp::lerFim).id("ler-fim")
            .to(direct(FinalizarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CORRIGIR)).routeId(CORRIGIR)
            .description("PATCH /pontos/{id}/carregamento/{cid}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-corrigir")
            .setVariable(FinalizarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .setVariable(FinalizarRoute.CARREGAMENTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "cid"))
            .process(CarregamentosHttp::lerCorrecao).id("ler-correcao")
            .to(direct(CorrigirRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CARREGAMENTO)).routeId(CARREGAMENTO)
            .description("GET /pontos/{id}/carregamento/{cid}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-carregamento")
            .setVariable(FinalizarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .setVariable(FinalizarRoute.CARREGAMENTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "cid"))
            .to(direct(BuscarCarregamentoRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static FiltroDeCarregamentos filtro(Exchange exchange) {
        return new FiltroDeCarregamentos(
                Entrada.inteiro(exchange, "posto_id"),
                Entrada.texto(exchange, "placa"),
                Entrada.texto(exchange, "reserva_id"),
                Entrada.logico(exchange, "em_curso"),
                Entrada.logico(exchange, "atrasado"),
                Entrada.instante(exchange, "de"),
                Entrada.instante(exchange, "ate"),
                Entrada.inteiro(exchange, "limite"),
                Entrada.inteiro(exchange, "deslocamento"));
    }

    private static void lerInicio(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(Entrada.corpo(exchange, CarregamentoInicio.class));
    }

    private static void lerCorrecao(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(Entrada.corpo(exchange, CarregamentoCorrecao.class));
    }

    private static void lerFim(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(Entrada.corpo(exchange, CarregamentoFim.class));
    }
}
