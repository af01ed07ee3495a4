package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.metrics.AnswerTimes;
import br.com.recarga.platform.metrics.MetricsSwitch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Takes the time of the answers over MQTT, when they are about to be published: as of those over HTTP. */
@Component
@Conditional(MetricsSwitch.On.class)
class MedirRespostas implements RoutePolicyFactory {

    private final RoutePolicy policy;

    MedirRespostas(AnswerTimes tempos) {
        this.policy = new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route route, Exchange exchange) {
                tempos.record(exchange, pedida(exchange), dita(exchange));
            }
        };
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return ResponderRoute.ID.equals(routeId) ? policy : null;
    }

    private static String pedida(Exchange exchange) {
        Operacao operacao = PedidosRoute.PEDIDO.get(exchange).operacao();
        return operacao == null ? "DESCONHECIDA" : operacao.name();
    }

    private static String dita(Exchange exchange) {
        Codigo codigo = exchange.getMessage().getBody() instanceof Resposta resposta ? resposta.codigo() : Codigo.OK;
        return codigo.name();
    }
}
