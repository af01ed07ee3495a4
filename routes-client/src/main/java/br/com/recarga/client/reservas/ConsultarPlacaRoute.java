package br.com.recarga.client.reservas;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code GET /reservas?placa=}: the reservations of a car, at one server or at all. */
@Component
public class ConsultarPlacaRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "consultar-placa";

    private static final Variable<BuscaPorPlaca> BUSCA =
            Variable.of(ConsultarPlacaRoute.class, "busca", BuscaPorPlaca.class);

    private final BuscaService buscas;

    ConsultarPlacaRoute(BuscaService buscas) {
        this.buscas = buscas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /reservas?placa=: com server_id pergunta a um servidor, sem ele a todos os que estão no ar")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-consulta-de-placa")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CONSULTAR))
            .setVariable(BUSCA.name()).exchange(ConsultarPlacaRoute::busca)
            .setBody(BUSCA.value())
            .to(beanValidator("busca-por-placa")).id("validar-busca-por-placa")
            .choice()
                .when(header("server_id").isNull())
                    .setBody(exchange -> buscas.aTodos(BUSCA.get(exchange)))
                    .setVariable(PerguntarATodosRoute.AUSENTES.name()).exchange(this::ausentes)
                    .to(direct(PerguntarATodosRoute.ID))
                    .setBody(this::juntar)
                .otherwise()
                    .setBody(exchange -> buscas.aoServidor(BUSCA.get(exchange), requestId(exchange)))
                    .to(direct(PerguntarRoute.ID))
            .end()
            .process(RespostaDoServidor::responder).id("responder-reservas-da-placa");
    }
    // @formatter:on

    private static BuscaPorPlaca busca(Exchange exchange) {
        return new BuscaPorPlaca(
                Entrada.texto(exchange, "placa"),
                Entrada.texto(exchange, "server_id"),
                Entrada.codigoReserva(exchange));
    }

    private List<String> ausentes(Exchange exchange) {
        return buscas.ausentes(Rows.of(exchange, ReservasRequest.class));
    }

    private ObjectNode juntar(Exchange exchange) {
        return buscas.juntar(requestId(exchange), exchange.getMessage().getBody(Respostas.class));
    }

    private static String requestId(Exchange exchange) {
        return HttpReplies.REQUEST_ID.get(exchange);
    }
}
