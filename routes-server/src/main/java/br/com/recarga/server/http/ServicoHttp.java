package br.com.recarga.server.http;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.ManutencaoBody;
import br.com.recarga.contract.PontoAlterado;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.manutencao.DisponibilidadeRoute;
import br.com.recarga.server.manutencao.ManutencaoRoute;
import br.com.recarga.server.manutencao.SimularRoute;
import br.com.recarga.server.reservas.MudancaService;
import br.com.recarga.server.reservas.ReservaRegistro;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The operator's switches: which point is in service, and when. */
@Component
public class ServicoHttp extends EndpointRouteBuilder {

    public static final String DISPONIBILIDADE = "http-disponibilidade";
    public static final String MANUTENCAO = "http-manutencao";

    private static final String JSON = "application/json";
    private static final String DISPONIVEL = "disponivel";
    private static final String EM_MANUTENCAO = "em_manutencao";

    private final ServerSettings settings;
    private final MudancaService mudancas;
    private final QuemPede quemPede;

    ServicoHttp(ServerSettings settings, MudancaService mudancas, QuemPede quemPede) {
        this.settings = settings;
        this.mudancas = mudancas;
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("operador")
            .put("/pontos/{id}/disponibilidade").routeId("put-disponibilidade")
                .description("Liga ou desliga um posto; em_manutencao vale de agora até que se diga o contrário")
                // without consumes: a request in the original's way has no body, and says no type
                .produces(JSON).type(PontoDisponibilidade.class).outType(PontoAlterado.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name(DISPONIVEL).type(RestParamType.query).dataType("boolean").required(false)
                    .description("sem corpo, como no original").example("true").endParam()
                .param().name(EM_MANUTENCAO).type(RestParamType.query).dataType("boolean").required(false).endParam()
                .param().name("simular").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: nada muda; a resposta diz quantas reservas seriam atingidas").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description("ponto_id e server_id podem faltar; " + RestApi.SEM_CORPO)
                    .example(JSON, Exemplo.PONTO_DISPONIBILIDADE.texto()).endParam()
                .responseMessage().code(200).message("o posto, as reservas que a manutenção cancelou, e quantas a mudança atinge").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(DISPONIBILIDADE))
            .put("/pontos/{id}/manutencao").routeId("put-manutencao")
                .description("Tira um posto de serviço numa janela, ou o devolve. Sem inicio, de agora; sem fim, até que se diga o contrário. Com false e sem janela termina só a de agora")
                .consumes(JSON).produces(JSON).type(ManutencaoBody.class).outType(PontoAlterado.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .param().name("simular").type(RestParamType.query).dataType("boolean").required(false)
                    .description("true: nada muda; a resposta diz quantas reservas seriam atingidas").endParam()
                .param().name("body").type(RestParamType.body).required(false)
                    .description(RestApi.SEM_CORPO)
                    .example(JSON, """
                        {"em_manutencao":true,"inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T18:00:00-03:00","motivo":"Troca do cabo"}""").endParam()
                .responseMessage().code(200).message("o posto, e as reservas canceladas").endResponseMessage()
                .responseMessage().code(400).message(RestApi.ILEGIVEL).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(413).message("LIMITE_EXCEDIDO: mais de 64 KB").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(415).message(RestApi.NAO_E_JSON).responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(MANUTENCAO));

        from(direct(DISPONIBILIDADE)).routeId(DISPONIBILIDADE)
            .description("PUT /pontos/{id}/disponibilidade")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-disponibilidade")
            .setVariable(SimularRoute.SIMULAR.name()).exchange(exchange -> Entrada.logico(exchange, "simular"))
            .process(this::disponibilidade).id("ler-disponibilidade")
            .to(direct(DisponibilidadeRoute.ID))
            .to(direct(PontosHttp.JANELA))
            .setBody(this::alterado)
            .process(HttpReplies::reply);

        from(direct(MANUTENCAO)).routeId(MANUTENCAO)
            .description("PUT /pontos/{id}/manutencao")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-manutencao")
            .setVariable(SimularRoute.SIMULAR.name()).exchange(exchange -> Entrada.logico(exchange, "simular"))
            .setVariable(ManutencaoRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .process(ServicoHttp::manutencao).id("ler-manutencao")
            .to(direct(ManutencaoRoute.ID))
            .to(direct(PontosHttp.JANELA))
            .setBody(this::alterado)
            .process(HttpReplies::reply);
    }
    // @formatter:on

    /** A body, or the original's query; the point is the one in the path. */
    private void disponibilidade(Exchange exchange) throws IOException {
        int id = Entrada.inteiro(exchange, "id");
        ObjectNode body = Entrada.objetoOuNada(exchange, PontoDisponibilidade.class);
        Entrada.igualOuAusente(body, "ponto_id", id);
        Entrada.igualOuAusente(body, "server_id", settings.serverId());
        exchange.getMessage().setBody(Entrada.corpo(body, PontoDisponibilidade.class));
    }

    private static void manutencao(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(Entrada.corpo(exchange, ManutencaoBody.class));
    }

    private PontoAlterado alterado(Exchange exchange) {
        List<ReservaRegistro> mudadas = SimularRoute.mudadas(exchange);
        return new PontoAlterado(
                settings.serverId(),
                exchange.getMessage().getBody(Posto.class),
                mudancas.afetadas(mudadas),
                mudadas.stream()
                        .filter(mudada -> mudada.situacao() == Situacao.CANCELADA)
                        .map(ReservaRegistro::reservaId)
                        .toList());
    }
}
