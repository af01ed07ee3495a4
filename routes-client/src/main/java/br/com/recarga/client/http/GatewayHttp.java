package br.com.recarga.client.http;

import br.com.recarga.client.aovivo.AcompanharRoute;
import br.com.recarga.client.catalogos.CarrosRoute;
import br.com.recarga.client.catalogos.MunicipiosRoute;
import br.com.recarga.client.postos.PedirPostosRoute;
import br.com.recarga.client.qr.DesenharQrRoute;
import br.com.recarga.client.reservas.ConsultarPlacaRoute;
import br.com.recarga.client.reservas.ConsultarReservaRoute;
import br.com.recarga.client.reservas.PedirAlteracaoRoute;
import br.com.recarga.client.reservas.PedirCancelamentoRoute;
import br.com.recarga.client.reservas.PedirReservaRoute;
import br.com.recarga.client.servidores.ServidoresRoute;
import br.com.recarga.client.vagas.DesistirDaVagaRoute;
import br.com.recarga.client.vagas.EsperarVagaRoute;
import br.com.recarga.client.viagens.CancelarViagemRoute;
import br.com.recarga.client.viagens.ConsultarViagemRoute;
import br.com.recarga.client.viagens.PlanejarViagemRoute;
import br.com.recarga.client.viagens.ReservarViagemRoute;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** The paths of the gateway, and what leads where; what they take and answer stands in {@code docs/openapi-client.yaml}. */
@Component
public class GatewayHttp extends RouteBuilder implements DirectBuilders {

    private static final String JSON = "application/json";

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/postos").routeId("get-postos").to(direct(PedirPostosRoute.ID))
            .get("/servidores").routeId("get-servidores").to(direct(ServidoresRoute.ID))
            .get("/carros").routeId("get-carros").to(direct(CarrosRoute.ID))
            .get("/municipios").routeId("get-municipios").to(direct(MunicipiosRoute.ID))

            .post("/reservar").consumes(JSON).routeId("post-reservar").to(direct(PedirReservaRoute.ID))
            .get("/reservas").routeId("get-reservas").to(direct(ConsultarPlacaRoute.ID))
            .get("/reservas/{id}").routeId("get-reserva").to(direct(ConsultarReservaRoute.ID))
            .patch("/reservas/{id}").consumes(JSON).routeId("patch-reserva").to(direct(PedirAlteracaoRoute.ID))
            .delete("/reservas/{id}").routeId("delete-reserva").to(direct(PedirCancelamentoRoute.ID))

            .post("/esperas").consumes(JSON).routeId("post-esperas").to(direct(EsperarVagaRoute.ID))
            .delete("/esperas/{id}").routeId("delete-espera").to(direct(DesistirDaVagaRoute.ID))

            .post("/qr").consumes(JSON).routeId("post-qr").to(direct(DesenharQrRoute.ID))

            .post("/viagens/planejar").consumes(JSON).routeId("post-planejar").to(direct(PlanejarViagemRoute.ID))
            .post("/viagens").consumes(JSON).routeId("post-viagens").to(direct(ReservarViagemRoute.ID))
            .get("/viagens/{id}").routeId("get-viagem").to(direct(ConsultarViagemRoute.ID))
            .delete("/viagens/{id}").routeId("delete-viagem").to(direct(CancelarViagemRoute.ID));

        rest().produces("text/event-stream")
            .get("/eventos").routeId("get-eventos").to(direct(AcompanharRoute.ID));
    }
    // @formatter:on
}
