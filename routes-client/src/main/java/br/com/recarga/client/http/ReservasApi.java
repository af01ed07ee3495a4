package br.com.recarga.client.http;

import br.com.recarga.client.reservas.ConsultarPlacaRoute;
import br.com.recarga.client.reservas.ConsultarReservaRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.RestApi;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The paths of the reservations, what leads where, and what {@code /openapi.json} says of them. */
@Component
public class ReservasApi extends EndpointRouteBuilder {

    private static final String JSON = "application/json";
    private static final String RESERVA = "server1-01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String CODIGO = "o codigo_reserva que quem reservou recebeu";
    private static final String CODIGO_DETALHA = CODIGO + ": mostra os detalhes e o histórico da reserva que é dele";
    private static final String CODIGO_NA_URL =
            "o mesmo que " + CodigoReserva.CABECALHO + ", para quem não pode mandar cabeçalhos";
    private static final String CHAVE = "torna-se o request_id: repetir o pedido com a mesma chave dá a mesma resposta";
    private static final String NAO_HA =
            "RESERVA_INEXISTENTE: não há essa reserva, ou o código não é o dela; SERVIDOR_DESCONHECIDO";
    private static final String INCERTO = "TEMPO_ESGOTADO: o resultado é incerto; repita com a mesma Idempotency-Key";

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("reservas")
            .post("/reservar").routeId("post-reservar")
                .description("Reserva um posto. Sem inicio e fim, a janela começa agora e dura o que dura a carga")
                .consumes(JSON).produces(JSON).type(ReservarBody.class).outType(Resposta.class)
                .param().name(Entrada.IDEMPOTENCY_KEY).type(RestParamType.header).dataType("string").required(false)
                    .description(CHAVE).endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description("energia em kWh, taxa_descarga em kWh/km, inicio e fim em ISO-8601 com fuso; " + RestApi.SEM_CORPO)
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
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO, POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO e POSTO_EM_MANUTENCAO (com alternativas), CARRO_JA_RESERVADO")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros), CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message(INCERTO).responseModel(Resposta.class).endResponseMessage()
                .to(direct(PedirReservaRoute.ID))

            .get("/reservas").routeId("get-reservas")
                .description("As reservas de uma placa, a janela mais recente primeiro. Sem o código, só janelas e situações")
                .produces(JSON)
                .param().name("placa").type(RestParamType.query).dataType("string").required(true)
                    .description("ABC1234 ou ABC1D23; minúsculas e hífen são aceitos").example("ABC1D23").endParam()
                .param().name("server_id").type(RestParamType.query).dataType("string").required(false)
                    .description("um servidor; sem ele, todos os que estão no ar").example("server1").endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false)
                    .description(CODIGO_DETALHA).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false)
                    .description(CODIGO_NA_URL).endParam()
                .responseMessage().code(200).message("as reservas; quem não respondeu a tempo está em sem_resposta")
                    .example("de todos", """
                        {"request_id":"c-1","servidores":["server1"],"sem_resposta":["server2"],"reservas":[
                         {"server_id":"server1","posto_id":5,"posto":"Tomba","inicio":"2026-12-24T14:00:00-03:00",
                          "fim":"2026-12-24T16:30:00-03:00","situacao":"CONFIRMADA"}],"status":"sucesso","codigo":"OK"}""")
                    .endResponseMessage()
                .responseMessage().code(404).message("SERVIDOR_DESCONHECIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros)").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ConsultarPlacaRoute.ID))

            .get("/reservas/{id}").routeId("get-reserva")
                .description("Uma reserva, ou o que foi feito de um pedido cuja resposta não chegou")
                .produces(JSON)
                .param().name("id").type(RestParamType.path).dataType("string").required(true)
                    .description("reserva_id, só para quem tem o código; ou o request_id do pedido (Idempotency-Key)")
                    .example(RESERVA).endParam()
                .param().name("server_id").type(RestParamType.query).dataType("string").required(false)
                    .description("a quem perguntar por um request_id; sem ele, a todos").example("server1").endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false)
                    .description(CODIGO_DETALHA).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false)
                    .description(CODIGO_NA_URL).endParam()
                .responseMessage().code(200).message("a reserva; ou, em desfecho, a resposta que o pedido recebeu")
                    .example("com o código", """
                        {"request_id":"c-2","server_id":"server1","status":"sucesso","codigo":"OK","reserva":{
                         "reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea","server_id":"server1","request_id":"r-1",
                         "posto_id":5,"posto":"Tomba","placa":"ABC1D23","inicio":"2026-12-24T14:00:00-03:00",
                         "fim":"2026-12-24T16:30:00-03:00","situacao":"CONFIRMADA","criada_em":"2026-12-23T09:15:00-03:00",
                         "historico":[{"em":"2026-12-23T09:15:00-03:00","para":"CONFIRMADA","por":"motorista"}]}}""")
                    .example("pelo request_id, sem o código", """
                        {"request_id":"c-3","server_id":"server1","status":"sucesso","codigo":"OK","reserva":{
                         "server_id":"server1","posto_id":5,"posto":"Tomba","inicio":"2026-12-24T14:00:00-03:00",
                         "fim":"2026-12-24T16:30:00-03:00","situacao":"CONFIRMADA"}}""")
                    .example("de um pedido recusado", """
                        {"request_id":"c-4","server_id":"server1","status":"sucesso","codigo":"OK","desfecho":{
                         "request_id":"r-2","status":"erro","codigo":"POSTO_OCUPADO",
                         "mensagem":"O posto Tomba está ocupado nesse horário","server_id":"server1"}}""")
                    .endResponseMessage()
                .responseMessage().code(404).message("RESERVA_INEXISTENTE: ninguém a conhece; com `sem_resposta`, só entre os que responderam, ou o código não é o dela; SERVIDOR_DESCONHECIDO")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros)").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL: incerto, com quem calou em sem_resposta")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message("TEMPO_ESGOTADO: incerto, com quem calou em sem_resposta")
                    .responseModel(Resposta.class).endResponseMessage()
                .to(direct(ConsultarReservaRoute.ID))

            .delete("/reservas/{id}").routeId("delete-reserva")
                .description("Cancela uma reserva; o horário fica livre na hora. Cancelar outra vez não é erro")
                .produces(JSON).outType(Resposta.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true)
                    .description("reserva_id").example(RESERVA).endParam()
                .param().name("motivo").type(RestParamType.query).dataType("string").required(false)
                    .description("até 200 caracteres; fica no histórico").example("Mudei de planos").endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false)
                    .description(CODIGO).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false)
                    .description(CODIGO_NA_URL).endParam()
                .param().name(Entrada.IDEMPOTENCY_KEY).type(RestParamType.header).dataType("string").required(false)
                    .description(CHAVE).endParam()
                .responseMessage().code(200).message("cancelada")
                    .example("cancelada", """
                        {"request_id":"d-1","status":"sucesso","codigo":"OK","mensagem":"A reserva foi cancelada",
                         "server_id":"server1","reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea","posto_id":5,
                         "placa":"ABC1D23","inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:30:00-03:00",
                         "situacao":"CANCELADA"}""")
                    .endResponseMessage()
                .responseMessage().code(404).message(NAO_HA).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA, RESERVA_EXPIRADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros), CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message(INCERTO).responseModel(Resposta.class).endResponseMessage()
                .to(direct(PedirCancelamentoRoute.ID))

            .patch("/reservas/{id}").routeId("patch-reserva")
                .description("Muda a janela de uma reserva; se a nova está tomada, a reserva fica como estava")
                .consumes(JSON).produces(JSON).type(AlterarBody.class).outType(Resposta.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true)
                    .description("reserva_id").example(RESERVA).endParam()
                .param().name(CodigoReserva.CABECALHO).type(RestParamType.header).dataType("string").required(false)
                    .description(CODIGO).endParam()
                .param().name(CodigoReserva.PARAMETRO).type(RestParamType.query).dataType("string").required(false)
                    .description(CODIGO_NA_URL).endParam()
                .param().name(Entrada.IDEMPOTENCY_KEY).type(RestParamType.header).dataType("string").required(false)
                    .description(CHAVE).endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description("inicio, fim ou os dois, em ISO-8601 com fuso; sem fim, dura o mesmo que antes; " + RestApi.SEM_CORPO)
                    .example(JSON, """
                        {"inicio":"2026-12-24T18:00:00-03:00","fim":"2026-12-24T20:00:00-03:00"}""").endParam()
                .responseMessage().code(200).message("mudada")
                    .example("mudada", """
                        {"request_id":"p-1","status":"sucesso","codigo":"OK","mensagem":"A reserva mudou de horário",
                         "server_id":"server1","reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea","posto_id":5,
                         "placa":"ABC1D23","inicio":"2026-12-24T18:00:00-03:00","fim":"2026-12-24T20:00:00-03:00",
                         "situacao":"CONFIRMADA"}""")
                    .endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message(NAO_HA).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO, POSTO_EM_MANUTENCAO, CARRO_JA_RESERVADO, TRANSICAO_INVALIDA, RESERVA_EXPIRADA")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS (com erros), CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(429).message("LIMITE_EXCEDIDO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(503).message("SERVIDOR_INDISPONIVEL").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(504).message(INCERTO).responseModel(Resposta.class).endResponseMessage()
                .to(direct(PedirAlteracaoRoute.ID));
    }
    // @formatter:on
}
