package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.sagas.DurableSagaService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** The row of the trip in {@link ViagemSaga#VIAGEM}, or of its next attempt. */
@Component
public class RegistrarViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "viagem-registrar";

    private final LinhaDaViagem linha;

    RegistrarViagemRoute(LinhaDaViagem linha) {
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Registra a viagem, ou a nova tentativa se a anterior já foi desfeita em toda parte")
            .errorHandler(noErrorHandler())
            .choice()
                .when(exchange -> VIAGEM.get(exchange).primeiraTentativa())
                    .setBody(exchange -> linha.nova(VIAGEM.get(exchange), DurableSagaService.id(exchange)))
                    .to(sql("classpath:viagens/viagem-inserir.sql")).id("viagem-inserir")
                .otherwise()
                    .setBody(exchange -> linha.naSaga(VIAGEM.get(exchange), DurableSagaService.id(exchange)))
                    .to(sql("classpath:viagens/viagem-tentar.sql")).id("viagem-tentar-de-novo")
            .end()
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0))
                .throwException(new NaoSegurada(false)).id("nada-a-registrar")
            .end();
    }
    // @formatter:on
}
