package br.com.recarga.client.http;

import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.Resposta;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The paths of the charging points, what leads where, and what {@code /openapi.json} says of them. */
@Component
public class PostosApi extends EndpointRouteBuilder {

    private static final String JSON = "application/json";

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("postos")
            .get("/postos").routeId("get-postos")
                .description("Os postos de um servidor, ou os de todos os que estão no ar")
                .produces(JSON).outType(PostosResponse.class)
                .param().name("server_id").type(RestParamType.query).dataType("string").required(false)
                    .description("um servidor; sem ele, todos os que estão no ar").example("server1").endParam()
                .param().name("agenda").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: cada posto diz em ocupado quando está tomado nos próximos sete dias").endParam()
                .responseMessage().code(200).message("os postos; quem não respondeu a tempo está em sem_resposta")
                    .example("um servidor", """
                        {"request_id":"l-1","server_id":"server1","status":"sucesso","codigo":"OK","postos":[
                         {"id":5,"nome":"Tomba","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2888,-38.9604",
                          "potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10,"disponivel":true,"em_manutencao":false}]}""")
                    .endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PedirPostosRoute.ID));
    }
    // @formatter:on
}
