package br.com.recarga.client.reservas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Operacao;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code DELETE /reservas/{id}}. */
@Component
public class PedirCancelamentoRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "pedir-cancelamento";

    private final ClientSettings settings;
    private final BuscaService buscas;

    PedirCancelamentoRoute(ClientSettings settings, BuscaService buscas) {
        this.settings = settings;
        this.buscas = buscas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("DELETE /reservas/{id}: publica o cancelamento e espera a resposta do servidor, sem prender uma thread")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificar).id("identificar-cancelamento")
            .setBody(this::pedido)
            .to(beanValidator("cancelamento")).id("validar-cancelamento")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CANCELAR))
            .to(direct(PerguntarRoute.ID))
            .process(RespostaDoServidor::responder).id("responder-cancelamento");
    }
    // @formatter:on

    private CancelamentoRequest pedido(Exchange exchange) {
        // what cannot be read comes before what is not there
        String codigo = Entrada.codigoReserva(exchange);
        String motivo = Entrada.texto(exchange, "motivo");
        String id = exchange.getMessage().getHeader("id", String.class);
        return new CancelamentoRequest(
                HttpReplies.REQUEST_ID.get(exchange),
                settings.clientId(),
                buscas.servidorDe(id),
                id,
                null,
                codigo,
                motivo,
                null);
    }
}
