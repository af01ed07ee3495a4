package br.com.recarga.server.http;

import br.com.recarga.contract.ManutencaoBody;
import br.com.recarga.contract.PontoAlterado;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.manutencao.DisponibilidadeRoute;
import br.com.recarga.server.manutencao.IndisponibilidadesRoute;
import br.com.recarga.server.manutencao.ManutencaoRoute;
import br.com.recarga.server.manutencao.SimularRoute;
import br.com.recarga.server.reservas.ReservaRegistro;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Which point is in service, and when: the operator's switches, and what they say. */
@Component
public class ServicoHttp extends RouteBuilder implements DirectBuilders {

    public static final String DISPONIBILIDADE = "http-disponibilidade";
    public static final String MANUTENCAO = "http-manutencao";
    public static final String INDISPONIBILIDADES = "http-indisponibilidades";

    private static final String JSON = "application/json";

    private final ServerSettings settings;
    private final QuemPede quemPede;

    ServicoHttp(ServerSettings settings, QuemPede quemPede) {
        this.settings = settings;
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            // without consumes: a request in the original's way has no body, and says no type
            .put("/pontos/{id}/disponibilidade").routeId("put-disponibilidade").to(direct(DISPONIBILIDADE))
            .put("/pontos/{id}/manutencao").consumes(JSON).routeId("put-manutencao").to(direct(MANUTENCAO))
            .get("/indisponibilidades").routeId("get-indisponibilidades").to(direct(INDISPONIBILIDADES));

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
            .process(Entrada.ler(ManutencaoBody.class)).id("ler-manutencao")
            .to(direct(ManutencaoRoute.ID))
            .to(direct(PontosHttp.JANELA))
            .setBody(this::alterado)
            .process(HttpReplies::reply);

        from(direct(INDISPONIBILIDADES)).routeId(INDISPONIBILIDADES)
            .description("GET /indisponibilidades")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-indisponibilidades")
            .setBody(exchange -> Entrada.inteiro(exchange, "posto_id"))
            .to(direct(IndisponibilidadesRoute.ID))
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

    private PontoAlterado alterado(Exchange exchange) {
        return new PontoAlterado(
                settings.serverId(),
                exchange.getMessage().getBody(Posto.class),
                SimularRoute.afetadas(exchange),
                SimularRoute.mudadas(exchange).stream()
                        .filter(mudada -> mudada.situacao() == Situacao.CANCELADA)
                        .map(ReservaRegistro::reservaId)
                        .toList());
    }
}
