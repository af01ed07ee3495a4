package br.com.recarga.server.http;

import br.com.recarga.contract.CarregamentoCorrecao;
import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.carregamentos.BuscarCarregamentoRoute;
import br.com.recarga.server.carregamentos.CorrigirRoute;
import br.com.recarga.server.carregamentos.FiltroDeCarregamentos;
import br.com.recarga.server.carregamentos.FinalizarRoute;
import br.com.recarga.server.carregamentos.IniciarRoute;
import br.com.recarga.server.carregamentos.ListarCarregamentosRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** A car charges at a point. */
@Component
public class CarregamentosHttp extends RouteBuilder implements DirectBuilders {

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
        rest().produces(JSON)
            .get("/carregamentos").routeId("get-carregamentos").to(direct(LISTAR))
            .post("/pontos/{id}/carregamento").consumes(JSON).routeId("post-carregamento").to(direct(INICIAR))
            .put("/pontos/{id}/carregamento/{cid}").consumes(JSON).routeId("put-carregamento").to(direct(FINALIZAR))
            .patch("/pontos/{id}/carregamento/{cid}").consumes(JSON).routeId("patch-carregamento").to(direct(CORRIGIR))
            .get("/pontos/{id}/carregamento/{cid}").routeId("get-carregamento").to(direct(CARREGAMENTO));

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
            .process(Entrada.ler(CarregamentoInicio.class)).id("ler-inicio")
            .to(direct(IniciarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(FINALIZAR)).routeId(FINALIZAR)
            .description("PUT /pontos/{id}/carregamento/{cid}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-finalizar")
            .setVariable(FinalizarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .setVariable(FinalizarRoute.CARREGAMENTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "cid"))
            .process(Entrada.ler(CarregamentoFim.class)).id("ler-fim")
            .to(direct(FinalizarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CORRIGIR)).routeId(CORRIGIR)
            .description("PATCH /pontos/{id}/carregamento/{cid}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-corrigir")
            .setVariable(FinalizarRoute.POSTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "id"))
            .setVariable(FinalizarRoute.CARREGAMENTO_ID.name()).exchange(exchange -> Entrada.inteiro(exchange, "cid"))
            .process(Entrada.ler(CarregamentoCorrecao.class)).id("ler-correcao")
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
}
