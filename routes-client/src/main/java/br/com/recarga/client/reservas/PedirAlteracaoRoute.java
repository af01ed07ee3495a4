package br.com.recarga.client.reservas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.Operacao;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code PATCH /reservas/{id}}. */
@Component
public class PedirAlteracaoRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "pedir-alteracao";

    private final ClientSettings settings;
    private final BuscaService buscas;

    PedirAlteracaoRoute(ClientSettings settings, BuscaService buscas) {
        this.settings = settings;
        this.buscas = buscas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("PATCH /reservas/{id}: publica a nova janela e espera a resposta do servidor, sem prender uma thread")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificar).id("identificar-alteracao")
            .process(Entrada.ler(AlterarBody.class)).id("ler-alteracao")
            .setBody(this::pedido)
            .to(beanValidator("alteracao")).id("validar-alteracao")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.ALTERAR))
            .to(direct(PerguntarRoute.ID))
            .process(RespostaDoServidor::responder).id("responder-alteracao");
    }
    // @formatter:on

    private AlteracaoRequest pedido(Exchange exchange) {
        AlterarBody body = exchange.getMessage().getBody(AlterarBody.class);
        // what cannot be read comes before what is not there
        String codigo = Entrada.codigoReserva(exchange);
        String id = exchange.getMessage().getHeader("id", String.class);
        return body.toRequest(
                HttpReplies.REQUEST_ID.get(exchange), settings.clientId(), buscas.servidorDe(id), id, codigo);
    }
}
