package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.contract.Viagem;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** {@code GET /viagens/{id}}. */
@Component
public class ConsultarViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "consultar-viagem";

    /** Takes the header {@code id}, leaves {@link ViagemSaga#VIAGEM}, for whoever has its code. */
    public static final String ABRIR = "abrir-viagem";

    private final LinhaDaViagem linha;
    private final Tentativas tentativas;

    ConsultarViagemRoute(LinhaDaViagem linha, Tentativas tentativas) {
        this.linha = linha;
        this.tentativas = tentativas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /viagens/{id}: como está a viagem, para quem tem o seu código; de uma confirmada, como estão agora as paradas")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-consulta-de-viagem")
            .to(direct(ABRIR))
            .setBody(this::mostrar)
            // the others have no stops that anybody could have changed
            .filter(simple("${body.situacao} == 'CONFIRMADA'"))
                .to(direct(VerParadasRoute.ID))
            .end()
            .process(exchange -> HttpReplies.reply(exchange, 200)).id("responder-consulta-de-viagem");

        from(direct(ABRIR)).routeId(ABRIR)
            .description("Procura a viagem; sem o código certo, é como se não houvesse")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> Map.of("viagem_id", exchange.getMessage().getHeader("id")))
            .to(sql("classpath:viagens/viagem-buscar.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("viagem-buscar")
            .setVariable(VIAGEM.name()).body(Map.class, linha::ler)
            .process(ConsultarViagemRoute::exigirCodigo).id("exigir-codigo-da-viagem");
    }
    // @formatter:on

    private static void exigirCodigo(Exchange exchange) {
        PalavrasDaViagem.exigirCodigo(VIAGEM.get(exchange), Entrada.codigoReserva(exchange));
    }

    private Viagem mostrar(Exchange exchange) {
        return PalavrasDaViagem.mostrar(
                tentativas.contada(VIAGEM.get(exchange)), HttpReplies.REQUEST_ID.get(exchange), false);
    }
}
