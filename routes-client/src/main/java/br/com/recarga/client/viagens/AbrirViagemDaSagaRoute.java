package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.sagas.DurableSagaService;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * Takes the options of a saga as headers; leaves in {@link ViagemSaga#VIAGEM} the trip if it is still in the attempt and the
 * state that the saga is about, else null: a saga may have been left before its first step, and is carried to its end by whoever
 * finds it, perhaps after another one has gone on with the trip.
 */
@Component
public class AbrirViagemDaSagaRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "abrir-viagem-da-saga";

    private final LinhaDaViagem linha;

    AbrirViagemDaSagaRoute(LinhaDaViagem linha) {
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Procura a viagem de que a saga trata, se outra não foi adiante com ela")
            .errorHandler(noErrorHandler())
            .setVariable(AguardarRoute.DECIDIDA.name(), header(DurableSagaService.DECIDED))
            .to(sql("classpath:viagens/viagem-da-saga.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("viagem-da-saga")
            .setVariable(VIAGEM.name()).body(Map.class, linha::ler);
    }
    // @formatter:on
}
