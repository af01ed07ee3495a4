package br.com.recarga.client.vagas;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/**
 * {@code DELETE /esperas/{id}}; nobody can guess an id, and one that is gone already is as well. Once it was told everybody knows it,
 * and there is nothing left to give up: it stays for whoever asks what became of it.
 */
@Component
public class DesistirDaVagaRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "desistir-da-vaga";

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("DELETE /esperas/{id}: quem ainda espera desiste; outra vez não é erro")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-desistencia")
            .setBody(exchange -> Map.of("espera_id", exchange.getMessage().getHeader("id")))
            .to(sql("classpath:esperas/espera-apagar.sql")).id("espera-apagar")
            .setBody(this::resposta)
            .process(exchange -> HttpReplies.reply(exchange, 200)).id("responder-desistencia");
    }
    // @formatter:on

    private Resposta resposta(Exchange exchange) {
        return Resposta.de(HttpReplies.REQUEST_ID.get(exchange), null, Codigo.OK, "Ninguém mais espera")
                .build();
    }
}
