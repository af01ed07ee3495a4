package br.com.recarga.client.catalogos;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Municipio;
import br.com.recarga.contract.lugares.Municipios;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code GET /municipios}: the municipalities that somebody may mean who has begun to write a name. */
@Component
public class MunicipiosRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "municipios";

    private static final int LIMITE = 10;
    private static final int LIMITE_MAXIMO = 50;
    private static final int NOME_MAXIMO = 100;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /municipios: os municípios do Brasil cujo nome começa assim")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(MunicipiosRoute::municipios)
            .process(HttpReplies::reply).id("responder-municipios");
    }
    // @formatter:on

    /**
     * @param lugar how a plan's origin or destination is written that is this one
     * @param latitude of its seat, in decimal degrees
     * @param longitude of its seat, in decimal degrees
     */
    record MunicipioAchado(String nome, String uf, String lugar, double latitude, double longitude) {}

    private static Map<String, List<MunicipioAchado>> municipios(Exchange exchange) {
        int limite = Objects.requireNonNullElse(Entrada.inteiro(exchange, "limite"), LIMITE);
        String nome = Entrada.texto(exchange, "nome");
        if (nome == null || nome.length() > NOME_MAXIMO) {
            throw PedidoRecusado.campo("nome", "deve ter de 1 a %d caracteres".formatted(NOME_MAXIMO));
        }
        if (limite < 1 || limite > LIMITE_MAXIMO) {
            throw PedidoRecusado.campo("limite", "deve ser de 1 a %d".formatted(LIMITE_MAXIMO));
        }
        return Map.of(
                "municipios",
                Municipios.doBrasil().comecandoPor(nome, limite).stream()
                        .map(MunicipiosRoute::achado)
                        .toList());
    }

    private static MunicipioAchado achado(Municipio municipio) {
        Coordenadas sede = municipio.sede();
        return new MunicipioAchado(
                municipio.nome(), municipio.uf(), municipio.toString(), sede.latitude(), sede.longitude());
    }
}
