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

/** {@code GET /reservas/{id}}: one reservation, by its number or by the id of the request that reserved. */
@Component
public class ConsultarReservaRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "consultar-reserva";

    private static final Variable<BuscaPorId> BUSCA =
            Variable.of(ConsultarReservaRoute.class, "busca", BuscaPorId.class);

    private final BuscaService buscas;

    ConsultarReservaRoute(BuscaService buscas) {
        this.buscas = buscas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /reservas/{id}: pergunta a quem o número nomeia, ou a todos; vale quem a conhece")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-consulta")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CONSULTAR))
            .setVariable(BUSCA.name()).exchange(ConsultarReservaRoute::busca)
            .setBody(BUSCA.value())
            .to(beanValidator("busca-por-id")).id("validar-busca-por-id")
            .setBody(exchange -> buscas.porId(BUSCA.get(exchange)))
            .setVariable(PerguntarATodosRoute.AUSENTES.name()).exchange(this::ausentes)
            .to(direct(PerguntarATodosRoute.ID))
            .setBody(this::encontrada)
            .process(RespostaDoServidor::responder).id("responder-reserva-consultada");
    }
    // @formatter:on

    private static BuscaPorId busca(Exchange exchange) {
        return new BuscaPorId(
                Entrada.texto(exchange, "id"), Entrada.texto(exchange, "server_id"), Entrada.codigoReserva(exchange));
    }

    private List<String> ausentes(Exchange exchange) {
        return buscas.ausentes(BUSCA.get(exchange), Rows.of(exchange, ReservasRequest.class));
    }

    private ObjectNode encontrada(Exchange exchange) {
        return buscas.encontrada(
                HttpReplies.REQUEST_ID.get(exchange),
                BUSCA.get(exchange),
                exchange.getMessage().getBody(Respostas.class));
    }
}
