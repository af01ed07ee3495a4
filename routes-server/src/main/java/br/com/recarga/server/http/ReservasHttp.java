package br.com.recarga.server.http;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.TrocaDePostoRequest;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.reservas.AlterarRoute;
import br.com.recarga.server.reservas.ConsultarRoute;
import br.com.recarga.server.reservas.FiltroDeReservas;
import br.com.recarga.server.reservas.ListarReservasRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.reservas.TrocarPostoRoute;
import br.com.recarga.server.viagens.CancelarRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Reservations over HTTP: the same routes as over MQTT, through another door. The operator needs no code of a reservation;
 * anybody else does.
 */
@Component
public class ReservasHttp extends RouteBuilder implements DirectBuilders {

    public static final String LISTAR = "http-reservas";
    public static final String CONSULTAR = "http-reserva";
    public static final String RESERVAR = "http-reservar";
    public static final String CANCELAR = "http-cancelar";
    public static final String ALTERAR = "http-alterar";
    public static final String TROCAR = "http-trocar-posto";

    private static final String JSON = "application/json";

    private final QuemPede quemPede;
    private final PedidoHttp pedidos;

    ReservasHttp(QuemPede quemPede, PedidoHttp pedidos) {
        this.quemPede = quemPede;
        this.pedidos = pedidos;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/reservas").routeId("get-servidor-reservas").to(direct(LISTAR))
            .get("/reservas/{id}").routeId("get-servidor-reserva").to(direct(CONSULTAR))
            .post("/reservas").consumes(JSON).routeId("post-servidor-reservas").to(direct(RESERVAR))
            .post("/cancelar_reserva").consumes(JSON).routeId("post-cancelar-reserva").to(direct(CANCELAR))
            .delete("/reservas/{id}").routeId("delete-servidor-reserva").to(direct(CANCELAR))
            .patch("/reservas/{id}").consumes(JSON).routeId("patch-servidor-reserva").to(direct(ALTERAR))
            .put("/reservas/{id}/posto").consumes(JSON).routeId("put-reserva-posto").to(direct(TROCAR));

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
            .process(pedidos::consulta).id("ler-consulta")
            .to(direct(ConsultarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(RESERVAR)).routeId(RESERVAR)
            .description("POST /reservas")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-reservar")
            .process(pedidos.ler(ReservaRequest.class)).id("ler-reserva")
            .to(direct(ReservarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CANCELAR)).routeId(CANCELAR)
            .description("POST /cancelar_reserva e DELETE /reservas/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-cancelar")
            .process(pedidos.ler(CancelamentoRequest.class)).id("ler-cancelamento")
            .to(direct(CancelarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(ALTERAR)).routeId(ALTERAR)
            .description("PATCH /reservas/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-alterar")
            .process(pedidos.ler(AlteracaoRequest.class)).id("ler-alteracao")
            .to(direct(AlterarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(TROCAR)).routeId(TROCAR)
            .description("PUT /reservas/{id}/posto")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-trocar-posto")
            .process(pedidos.ler(TrocaDePostoRequest.class)).id("ler-troca")
            .to(direct(TrocarPostoRoute.ID))
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
}
