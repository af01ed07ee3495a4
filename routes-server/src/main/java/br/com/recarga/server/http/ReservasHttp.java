package br.com.recarga.server.http;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasPagina;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.server.reservas.AlterarRoute;
import br.com.recarga.server.reservas.ConsultarRoute;
import br.com.recarga.server.reservas.FiltroDeReservas;
import br.com.recarga.server.reservas.ListarReservasRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.viagens.CancelarRoute;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/**
 * Reservations over HTTP: the same routes as over MQTT, through another door. The operator needs no code of a reservation;
 * anybody else does.
 */
@Component
public class ReservasHttp extends EndpointRouteBuilder {

    public static final String LISTAR = "http-reservas";
    public static final String CONSULTAR = "http-reserva";
    public static final String RESERVAR = "http-reservar";
    public static final String CANCELAR = "http-cancelar";
    public static final String ALTERAR = "http-alterar";

    private static final String JSON = "application/json";
    private static final String CODIGO = "X-Codigo-Reserva";
    private static final String ENVELOPE = "request_id, client_id e server_id podem faltar";

    private final QuemPede quemPede;
    private final PedidoHttp pedidos;

    ReservasHttp(QuemPede quemPede, PedidoHttp pedidos) {
        this.quemPede = quemPede;
        this.pedidos = pedidos;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("operador")
            .get("/reservas").routeId("get-reservas")
                .description("As reservas deste servidor, as de janela mais recente primeiro")
                .produces(JSON).outType(ReservasPagina.class)
                .param().name("posto_id").type(RestParamType.query).dataType("integer").required(false).endParam()
                .param().name("placa").type(RestParamType.query).dataType("string").required(false).example("ABC1D23").endParam()
                .param().name("situacao").type(RestParamType.query).dataType("string").required(false)
                    .description("a que o relógio dá à reserva: PRE_RESERVADA, CONFIRMADA, EM_ANDAMENTO, CONCLUIDA, CANCELADA, EXPIRADA").endParam()
                .param().name("de").type(RestParamType.query).dataType("string").required(false)
                    .description("só janelas que terminam depois; ISO-8601 com fuso").endParam()
                .param().name("ate").type(RestParamType.query).dataType("string").required(false)
                    .description("só janelas que começam antes; ISO-8601 com fuso").endParam()
                .param().name("limite").type(RestParamType.query).dataType("integer").required(false)
                    .description("1 a 200; sem ele, 50").endParam()
                .param().name("deslocamento").type(RestParamType.query).dataType("integer").required(false)
                    .description("0 a 1000000; sem ele, 0").endParam()
                .responseMessage().code(200).message("uma página").endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(LISTAR));

        rest().tag("reservas")
            .get("/reservas/{id}").routeId("get-reserva")
                .description("Uma reserva, pelo seu número ou pelo request_id do pedido que a fez")
                .produces(JSON).outType(ReservasResponse.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true).endParam()
                .param().name(CODIGO).type(RestParamType.header).dataType("string").required(false)
                    .description("o codigo_reserva, dispensado ao operador; também como ?codigo=").endParam()
                .responseMessage().code(200).message("a reserva e o seu histórico").endResponseMessage()
                .responseMessage().code(404).message("RESERVA_INEXISTENTE: também com outro código").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CONSULTAR))
            .post("/reservas").routeId("post-reservas")
                .description("Reserva um posto. Sem inicio e fim, a janela começa agora e dura o que dura a carga")
                .consumes(JSON).produces(JSON).type(ReservaRequest.class).outType(Resposta.class)
                .param().name(Entrada.IDEMPOTENCY_KEY).type(RestParamType.header).dataType("string").required(false)
                    .description("torna-se o request_id, se o corpo não traz um").endParam()
                .param().name("body").type(RestParamType.body).required(false).description(ENVELOPE + "; " + RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.RESERVA_REQUEST.texto()).endParam()
                .responseMessage().code(200).message("reservado").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO e POSTO_EM_MANUTENCAO (com alternativas), CARRO_JA_RESERVADO, VIAGEM_RECUSADA")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .to(direct(RESERVAR))
            .post("/cancelar_reserva").routeId("post-cancelar-reserva")
                .description("Cancela uma reserva, como no original")
                .consumes(JSON).produces(JSON).type(CancelamentoRequest.class).outType(Resposta.class)
                .param().name("body").type(RestParamType.body).required(false).description(ENVELOPE + "; " + RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.CANCELAMENTO_REQUEST.texto()).endParam()
                .responseMessage().code(200).message("cancelada, ou já estava").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("RESERVA_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA, RESERVA_EXPIRADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CANCELAR))
            .delete("/reservas/{id}").routeId("delete-reserva")
                .description("Cancela uma reserva")
                .produces(JSON).outType(Resposta.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true).endParam()
                .param().name(CODIGO).type(RestParamType.header).dataType("string").required(false).endParam()
                .param().name("motivo").type(RestParamType.query).dataType("string").required(false).endParam()
                .responseMessage().code(200).message("cancelada, ou já estava").endResponseMessage()
                .responseMessage().code(404).message("RESERVA_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("TRANSICAO_INVALIDA, RESERVA_EXPIRADA").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CANCELAR))
            .patch("/reservas/{id}").routeId("patch-reserva")
                .description("Muda a janela de uma reserva; se a nova está tomada, fica como estava")
                .consumes(JSON).produces(JSON).type(AlterarBody.class).outType(Resposta.class)
                .param().name("id").type(RestParamType.path).dataType("string").required(true).endParam()
                .param().name(CODIGO).type(RestParamType.header).dataType("string").required(false).endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description("inicio, fim ou os dois, em ISO-8601 com fuso; sem fim, dura o mesmo que antes; " + RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.ALTERAR_BODY.texto()).endParam()
                .responseMessage().code(200).message("a reserva na nova janela").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("RESERVA_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("POSTO_OCUPADO, POSTO_EM_MANUTENCAO, CARRO_JA_RESERVADO, TRANSICAO_INVALIDA, RESERVA_EXPIRADA")
                    .responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .to(direct(ALTERAR));

        from(direct(LISTAR)).routeId(LISTAR)
            .description("GET /reservas")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-reservas")
            .setBody(ReservasHttp::filtro)
            .to(direct(ListarReservasRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CONSULTAR)).routeId(CONSULTAR)
            .description("GET /reservas/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-reserva")
            .process(this::lerConsulta).id("ler-consulta")
            .to(direct(ConsultarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(RESERVAR)).routeId(RESERVAR)
            .description("POST /reservas")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-reservar")
            .process(this::lerReserva).id("ler-reserva")
            .to(direct(ReservarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CANCELAR)).routeId(CANCELAR)
            .description("POST /cancelar_reserva e DELETE /reservas/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-cancelar")
            .process(this::lerCancelamento).id("ler-cancelamento")
            .to(direct(CancelarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(ALTERAR)).routeId(ALTERAR)
            .description("PATCH /reservas/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-alterar")
            .process(this::lerAlteracao).id("ler-alteracao")
            .to(direct(AlterarRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static FiltroDeReservas filtro(Exchange exchange) {
        return new FiltroDeReservas(
                Entrada.inteiro(exchange, "posto_id"),
                Entrada.texto(exchange, "placa"),
                Entrada.umDe(exchange, "situacao", Situacao.class),
                Entrada.instante(exchange, "de"),
                Entrada.instante(exchange, "ate"),
                Entrada.inteiro(exchange, "limite"),
                Entrada.inteiro(exchange, "deslocamento"));
    }

    private void lerConsulta(Exchange exchange) throws IOException {
        pedidos.consulta(exchange);
    }

    private void lerReserva(Exchange exchange) throws IOException {
        pedidos.completar(exchange, ReservaRequest.class);
    }

    private void lerCancelamento(Exchange exchange) throws IOException {
        pedidos.completar(exchange, CancelamentoRequest.class);
    }

    private void lerAlteracao(Exchange exchange) throws IOException {
        pedidos.completar(exchange, AlteracaoRequest.class);
    }
}
