package br.com.recarga.server.mqtt;

import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.erros.SparseLog;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Nobody waits for an answer to telemetry: what is wrong with it is counted, what is wrong with us is logged. */
@Component
public class ErrosTelemetria extends RouteConfigurationBuilder implements DirectBuilders {

    static final String ID = "erros-telemetria";

    private static final SparseLog LOG = new SparseLog(LoggerFactory.getLogger(ErrosTelemetria.class));

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(
                        JsonProcessingException.class,
                        CharConversionException.class,
                        BeanValidationException.class,
                        PedidoRecusado.class)
                .handled(true)
                .to(direct(DescartarRoute.MALFORMADA))
                .end()
                .onException(Throwable.class)
                .handled(true)
                .process(ErrosTelemetria::registrar);
    }

    /** Of what kind it is, no more: its message may quote whose telemetry it was. */
    private static void registrar(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn("Telemetry was lost", failure.getClass());
    }
}
