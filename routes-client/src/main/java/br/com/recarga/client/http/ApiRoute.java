package br.com.recarga.client.http;

import br.com.recarga.client.postos.ListarRoute;
import br.com.recarga.client.reservas.ReservarRoute;
import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.Resposta;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** Every path of the client, what leads where, and what {@code /openapi.json} says of it. */
@Component
public class ApiRoute extends EndpointRouteBuilder {

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
                .responseMessage().code(200).message("os postos; quem não respondeu a tempo está em sem_resposta")
                    .example("um servidor", """
                        {"request_id":"l-1","server_id":"server1","status":"sucesso","codigo":"OK","postos":[
                         {"id":5,"nome":"Tomba","cidade":"Feira de Santana","uf":"BA","localizacao":"-12.2888,-38.9604",
                          "potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10,"disponivel":true,"em_manutencao":false}]}""")
                    .endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ListarRoute.ID));

        rest().tag("reservas")
            .post("/reservar").routeId("post-reservar")
                .description("Reserva um posto. Sem inicio e fim, a janela começa agora e dura o que dura a carga")
                .consumes(JSON).produces(JSON).type(ReservarBody.class).outType(Resposta.class)
                .param().name("Idempotency-Key").type(RestParamType.header).dataType("string").required(false)
                    .description("torna-se o request_id: repetir o pedido com a mesma chave dá a mesma resposta").endParam()
                .param().name("body").type(RestParamType.body).required(true)
                    .description("energia em kWh, taxa_descarga em kWh/km, inicio e fim em ISO-8601 com fuso")
                    .example(JSON, """
                        {"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                         "taxa_descarga":0.15,"posto_id":12,"server_id":"server1"}""").endParam()
                .responseMessage().code(200).message("reservado")
                    .example("reservado", """
                        {"request_id":"r-1","status":"sucesso","codigo":"OK",
                         "mensagem":"O posto Tomba localizado no servidor server1 foi reservado para o carro de placa ABC1D23.",
                         "server_id":"server1","reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea",
                         "codigo_reserva":"a00ae2762a9bfb52dbd1","posto_id":5,"placa":"ABC1D23",
                         "inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:57:00-03:00","situacao":"CONFIRMADA"}""")
                    .endResponseMessage()
                .responseMessage().code(400).message("JSON_INVALIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO, POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO (com alternativas), POSTO_EM_MANUTENCAO, CARRO_JA_RESERVADO")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message("JSON_INVALIDO: o corpo deve ser application/json").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros), CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO: o resultado é incerto; repita com a mesma Idempotency-Key")
                    .responseModel(Resposta.class).endResponseMessage()
                .to(direct(ReservarRoute.ID));

        rest().tag("servidores")
            .get("/servidores").routeId("get-servidores")
                .description("Os servidores que já se anunciaram, e se estão no ar")
                .produces(JSON)
                .responseMessage().code(200).message("os servidores")
                    .example("um no ar", """
                        {"servidores":[{"server_id":"server1","status":"online","timestamp":"2026-12-24T14:00:00-03:00"}]}""")
                    .endResponseMessage()
                .to(direct(ServidoresRoute.ID));
    }
    // @formatter:on
}
