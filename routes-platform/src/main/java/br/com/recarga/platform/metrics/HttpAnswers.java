package br.com.recarga.platform.metrics;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Takes the time of every HTTP door's answers. What is refused before a route runs, Spring counts by its status. */
final class HttpAnswers implements RoutePolicyFactory {

    private final RoutePolicy policy;

    HttpAnswers(AnswerTimes times) {
        this.policy = new RoutePolicySupport() {
            @Override
            public void onExchangeDone(Route route, Exchange exchange) {
                if (exchange.getFromEndpoint() instanceof PlatformHttpEndpoint
                        && route.getRouteId().equals(exchange.getFromRouteId())) {
                    times.record(exchange, route.getRouteId(), said(exchange));
                }
            }
        };
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return policy;
    }

    private static String said(Exchange exchange) {
        Codigo codigo = HttpReplies.CODIGO.get(exchange);
        if (codigo != null) {
            return codigo.name();
        }
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, "200", String.class);
    }
}
