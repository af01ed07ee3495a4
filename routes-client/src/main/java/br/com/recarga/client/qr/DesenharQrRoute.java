package br.com.recarga.client.qr;

import br.com.recarga.contract.QrBody;
import br.com.recarga.contract.RespostaQr;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code POST /qr}: in the body, as an address would be written into logs, and the code of a reservation with it. */
@Component
public class DesenharQrRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "desenhar-qr";

    private final QrService qr;

    DesenharQrRoute(QrService qr) {
        this.qr = qr;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("POST /qr: desenha um texto, como o código de uma reserva, para a câmera de outro aparelho")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-qr")
            .process(Entrada.ler(QrBody.class)).id("ler-qr")
            .to(beanValidator("qr")).id("validar-qr")
            .setBody(this::desenhar).id("desenhar-modulos")
            .process(exchange -> HttpReplies.reply(exchange, 200)).id("responder-qr");
    }
    // @formatter:on

    private RespostaQr desenhar(Exchange exchange) {
        return qr.desenhar(
                HttpReplies.REQUEST_ID.get(exchange),
                exchange.getMessage().getBody(QrBody.class).texto());
    }
}
