package br.com.recarga.server.http;

import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.server.viagens.ConfirmarRoute;
import br.com.recarga.server.viagens.PreReservarRoute;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** Trips over HTTP, by the original's verbs; whoever has the {@code viagem_id} may go on with it. */
@Component
public class ViagensHttp extends EndpointRouteBuilder {

    public static final String PRE_RESERVAR = "http-pre-reservar";
    public static final String CONFIRMAR = "http-confirmar";

    private static final String JSON = "application/json";
    private static final String ENVELOPE = "request_id, client_id e server_id podem faltar";

    private final QuemPede quemPede;
    private final PedidoHttp pedidos;

    ViagensHttp(QuemPede quemPede, PedidoHttp pedidos) {
        this.quemPede = quemPede;
        this.pedidos = pedidos;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("viagens")
            .post("/pre_reserva").routeId("post-pre-reserva")
                .description("Segura as paradas de uma viagem neste servidor, todas ou nenhuma, até expira_em")
                .consumes(JSON).produces(JSON).type(PreReservaRequest.class).outType(Resposta.class)
                .param().name("body").type(RestParamType.body).required(true).description(ENVELOPE)
                    .example(JSON, Exemplo.PRE_RESERVA_REQUEST.texto()).endParam()
                .responseMessage().code(200).message("seguradas").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("VIAGEM_RECUSADA, com o motivo de cada parada").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PRE_RESERVAR))
            .post("/confirmar_reserva").routeId("post-confirmar-reserva")
                .description("Torna certas as paradas seguradas de uma viagem")
                .consumes(JSON).produces(JSON).type(ConfirmacaoRequest.class).outType(Resposta.class)
                .param().name("body").type(RestParamType.body).required(false).description(ENVELOPE + "; " + RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.CONFIRMACAO_REQUEST.texto()).endParam()
                .responseMessage().code(200).message("confirmadas").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("VIAGEM_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(409).message("RESERVA_EXPIRADA: caducaram, e há quem as tenha tomado").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS, CHAVE_REUTILIZADA").responseModel(Resposta.class).endResponseMessage()
                .to(direct(CONFIRMAR));

        from(direct(PRE_RESERVAR)).routeId(PRE_RESERVAR)
            .description("POST /pre_reserva")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-pre-reserva")
            .process(this::lerPreReserva).id("ler-pre-reserva")
            .to(direct(PreReservarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CONFIRMAR)).routeId(CONFIRMAR)
            .description("POST /confirmar_reserva")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-confirmar")
            .process(this::lerConfirmacao).id("ler-confirmacao")
            .to(direct(ConfirmarRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private void lerPreReserva(Exchange exchange) throws IOException {
        pedidos.completar(exchange, PreReservaRequest.class);
    }

    private void lerConfirmacao(Exchange exchange) throws IOException {
        pedidos.completar(exchange, ConfirmacaoRequest.class);
    }
}
