package br.com.recarga.client.postos;

import static br.com.recarga.platform.mqttrequest.MqttRequestComponent.mqttRequest;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PrepararPedido;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.http.HttpReplies;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** {@code GET /postos?server_id=}: the points of one server. */
@Component
public class ListarRoute extends EndpointRouteBuilder {

    public static final String ID = "listar";

    /** Takes a {@link PostosRequest}, leaves the reply of the one server that it names. */
    public static final String SERVIDOR = "listar-servidor";

    private final ClientSettings settings;
    private final PrepararPedido prepararPedido;

    ListarRoute(ClientSettings settings, PrepararPedido prepararPedido) {
        this.settings = settings;
        this.prepararPedido = prepararPedido;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /postos: com server_id pergunta a um servidor, sem ele a todos os que estão no ar")
            .routeConfigurationId(HttpReplies.ID)
            .setVariable(HttpReplies.REQUEST_ID).exchange(exchange -> UUID.randomUUID().toString())
            .choice()
                .when(header("server_id").isNull())
                    .to(direct(ListarTodosRoute.ID))
                .otherwise()
                    .setBody(this::pedido)
                    .to(direct(SERVIDOR))
            .end()
            .process(RespostaDoServidor::reply).id("responder-postos");

        from(direct(SERVIDOR)).routeId(SERVIDOR)
            .description("Publica o pedido de postos e espera a resposta do servidor, sem prender uma thread")
            .errorHandler(noErrorHandler())
            .to(beanValidator("postos")).id("validar-postos")
            .process(prepararPedido).id("preparar-postos")
            .marshal().json()
            .to(ExchangePattern.InOut, mqttRequest(Topics.POSTOS_REQUEST)).id("mqtt-listar")
            .process(RespostaDoServidor::read).id("ler-resposta-de-postos");
    }
    // @formatter:on

    private PostosRequest pedido(Exchange exchange) {
        return new PostosRequest(
                exchange.getVariable(HttpReplies.REQUEST_ID, String.class),
                settings.clientId(),
                exchange.getMessage().getHeader("server_id", String.class),
                null,
                null,
                null,
                null);
    }
}
