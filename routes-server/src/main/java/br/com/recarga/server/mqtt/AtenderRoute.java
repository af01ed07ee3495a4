package br.com.recarga.server.mqtt;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.reservas.AlterarRoute;
import br.com.recarga.server.reservas.ConsultarRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import br.com.recarga.server.viagens.CancelarRoute;
import br.com.recarga.server.viagens.ConfirmarRoute;
import br.com.recarga.server.viagens.PreReservarRoute;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** A request whose turn it is goes to its use case, if it has not expired meanwhile, and the answer to whoever asked. */
@Component
public class AtenderRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "atender-pedido";

    private final Clock clock;

    AtenderRoute(Clock clock) {
        this.clock = clock;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Chegada a vez de um pedido, ele vai ao seu caso de uso, e a resposta a quem pediu")
            .routeConfigurationId(ErrosMqtt.ID)
            .filter(exchange -> PedidosRoute.PEDIDO.get(exchange).expirou(Instant.now(clock))).id("pedido-expirado")
                .to(direct(DescartarRoute.EXPIRADOS))
                .stop()
            .end()
            .setVariable(UmaVezRoute.CLIENTE.name()).exchange(exchange -> PedidosRoute.PEDIDO.get(exchange).cliente())
            .setVariable(UmaVezRoute.EXPIRA.name()).exchange(exchange -> PedidosRoute.PEDIDO.get(exchange).expira())
            .choice().id("roteador-por-operacao")
                .when(pede(Operacao.LISTAR))
                    .unmarshal().json(PostosRequest.class)
                    .to(direct(ListarRoute.ID))
                .when(pede(Operacao.RESERVAR))
                    .unmarshal().json(ReservaRequest.class)
                    .to(direct(ReservarRoute.ID))
                .when(pede(Operacao.PRE_RESERVAR))
                    .unmarshal().json(PreReservaRequest.class)
                    .to(direct(PreReservarRoute.ID))
                .when(pede(Operacao.CONFIRMAR))
                    .unmarshal().json(ConfirmacaoRequest.class)
                    .to(direct(ConfirmarRoute.ID))
                .when(pede(Operacao.ALTERAR))
                    .unmarshal().json(AlteracaoRequest.class)
                    .to(direct(AlterarRoute.ID))
                .when(pede(Operacao.CANCELAR))
                    .unmarshal().json(CancelamentoRequest.class)
                    .to(direct(CancelarRoute.ID))
                .when(pede(Operacao.CONSULTAR))
                    .unmarshal().json(ReservasRequest.class)
                    .to(direct(ConsultarRoute.ID))
                .otherwise()
                    .throwException(new PedidoRecusado(Codigo.DADOS_INVALIDOS, "Este servidor não conhece esse tipo de pedido")).id("topico-desconhecido")
            .end()
            .to(direct(ResponderRoute.ID));
    }
    // @formatter:on

    private static Predicate pede(Operacao operacao) {
        return exchange -> PedidosRoute.PEDIDO.get(exchange).operacao() == operacao;
    }
}
