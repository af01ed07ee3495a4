package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.RESPOSTAS;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/** Why there will be no trip, from {@link ViagemSaga#RESPOSTAS}. */
@Component
public class AnotarMotivosRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "viagem-anotar-motivos";

    private final LinhaDaViagem linha;

    AnotarMotivosRoute(LinhaDaViagem linha) {
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Anota por que cada parada foi recusada, para o motorista")
            .errorHandler(noErrorHandler())
            // also for the attempt after this one, which may not come to ask for every stop
            .setVariable(VIAGEM.name()).exchange(exchange -> VIAGEM.get(exchange).com(RESPOSTAS.get(exchange)))
            .setBody(exchange -> linha.parametros(VIAGEM.get(exchange)))
            .to(sql("classpath:viagens/viagem-anotar.sql")).id("viagem-anotar");
    }
    // @formatter:on
}
