package br.com.recarga.server.http;

import br.com.recarga.contract.Ocupacao;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.ocupacao.OcupacaoRoute;
import br.com.recarga.server.ocupacao.Periodo;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The operator's figures. */
@Component
public class OcupacaoHttp extends EndpointRouteBuilder {

    public static final String OCUPACAO = "http-ocupacao";

    private final QuemPede quemPede;

    OcupacaoHttp(QuemPede quemPede) {
        this.quemPede = quemPede;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("operador")
            .get("/ocupacao").routeId("get-ocupacao")
                .description("Quanto os postos foram usados: por posto e no total, nas últimas 24 h ou no período pedido")
                .produces("application/json").outType(Ocupacao.class)
                .param().name("de").type(RestParamType.query).dataType("string").required(false)
                    .description("ISO-8601 com fuso").example("2026-12-24T00:00:00-03:00").endParam()
                .param().name("ate").type(RestParamType.query).dataType("string").required(false)
                    .description("ISO-8601 com fuso; no máximo 366 dias depois").endParam()
                .responseMessage().code(200).message("reservas por situação, horas reservadas, taxa de ocupação (0 a 1), kWh e R$")
                    .endResponseMessage()
                .responseMessage().code(401).message("NAO_AUTORIZADO").responseModel(Resposta.class).endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(OCUPACAO));

        from(direct(OCUPACAO)).routeId(OCUPACAO)
            .description("GET /ocupacao")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-ocupacao")
            .setBody(OcupacaoHttp::periodo)
            .to(direct(OcupacaoRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private static Periodo periodo(Exchange exchange) {
        return new Periodo(Entrada.instante(exchange, "de"), Entrada.instante(exchange, "ate"));
    }
}
