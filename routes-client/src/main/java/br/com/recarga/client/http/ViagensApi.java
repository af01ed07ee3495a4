package br.com.recarga.client.http;

import br.com.recarga.client.viagens.CancelarViagemRoute;
import br.com.recarga.client.viagens.ConsultarViagemRoute;
import br.com.recarga.client.viagens.PlanejarViagemRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.Plano;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Viagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.RestApi;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The paths of trips, and what {@code /openapi.json} says of them. */
@Component
public class ViagensApi extends EndpointRouteBuilder {

    private static final String JSON = "application/json";
    private static final String CODIGO = "o codigo_reserva que quem reservou a viagem recebeu";

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("viagens")
            .post("/viagens").routeId("post-viagens")
                .description("Reserva de 1 a 20 paradas, de um ou de vários operadores: todas, ou nenhuma")
                .consumes(JSON).produces(JSON).type(ViagemBody.class).outType(Viagem.class)
                .param().name(Entrada.IDEMPOTENCY_KEY).type(RestParamType.header).dataType("string").required(false)
                    .description("torna-se o request_id: repetir o pedido com a mesma chave mostra a mesma viagem").endParam()
                .param().name("body").type(RestParamType.body).required(true)
                    .description("o carro e as paradas em ordem, com janelas que não se sobrepõem")
                    .example(JSON, """
                        {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
                         "paradas":[{"server_id":"server3","posto_id":3,"inicio":"2026-12-24T08:00:00-03:00","fim":"2026-12-24T08:40:00-03:00"},
                                    {"server_id":"server1","posto_id":5,"inicio":"2026-12-24T13:00:00-03:00","fim":"2026-12-24T14:00:00-03:00"}]}""").endParam()
                .responseMessage().code(200).message("confirmada: todas as paradas estão reservadas").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(202).message("em_andamento: ainda incerta; Location diz onde consultar").responseModel(Viagem.class).endResponseMessage()
                .responseMessage().code(409).message("VIAGEM_RECUSADA: o motivo de cada parada recusada, com alternativas; nada ficou reservado")
                    .responseModel(Viagem.class).endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL: nada foi começado").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO: não se sabe ainda; repita com a mesma Idempotency-Key").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ReservarViagemRoute.ID))
            .post("/viagens/planejar").routeId("post-planejar")
                .description("Planeja uma viagem pelos postos de todos os operadores: onde parar, quando e por quanto tempo")
                .consumes(JSON).produces(JSON).type(PlanejarBody.class).outType(Plano.class)
                .param().name("body").type(RestParamType.body).required(false)
                    .description("origem e destino: uma cidade onde há postos, ou \"lat,lon\"; nivel_bateria_atual é o da partida;"
                            + " partida em ISO-8601 com fuso, ou partida_local, a hora da origem; " + RestApi.SEM_CORPO)
                    .example(JSON, """
                        {"origem":"João Pessoa","destino":"Feira de Santana",
                         "carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":44.9,"taxa_descarga":0.15}}""").endParam()
                .responseMessage().code(200).message("o plano, cujas paradas podem ser reservadas como estão; ou viavel: false e por quê").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL: ninguém respondeu").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PlanejarViagemRoute.ID))
            .get("/viagens/{id}").routeId("get-viagem")
                .description("Como está uma viagem; de uma confirmada, como estão agora as suas paradas, que o operador pode ter cancelado depois")
                .produces(JSON).outType(Viagem.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true).description("viagem_id").endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false).description(CODIGO).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false).description(CODIGO).endParam()
                .responseMessage().code(200).message("a viagem; sem_resposta diz quais servidores não disseram como estão as suas paradas, mostradas então como foram reservadas").endResponseMessage()
                .responseMessage().code(404).message("VIAGEM_INEXISTENTE: não há, ou o código não é o dela").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ConsultarViagemRoute.ID))
            .delete("/viagens/{id}").routeId("delete-viagem")
                .description("Cancela todas as paradas de uma viagem")
                .produces(JSON).outType(Viagem.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true).description("viagem_id").endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false).description(CODIGO).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false).description(CODIGO).endParam()
                .responseMessage().code(200).message("cancelada").endResponseMessage()
                .responseMessage().code(202).message("cancelando: algum servidor ainda não respondeu").responseModel(Viagem.class).endResponseMessage()
                .responseMessage().code(404).message("VIAGEM_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA: a viagem não está confirmada").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CancelarViagemRoute.ID));
    }
    // @formatter:on
}
