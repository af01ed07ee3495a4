package br.com.recarga.client.pedidos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * The last step before a valid {@link Pedido} is published: nothing is, if its server is away or would not understand it.
 * It gets its deadline, which all its repetitions share. Tells the endpoint the request's id and on which topics it is asked
 * and answered, and the error replies whose request it was.
 */
@Component
public class PrepararPedido implements Processor {

    private final Servidores servidores;
    private final ClientSettings settings;
    private final Clock clock;

    PrepararPedido(Servidores servidores, ClientSettings settings, Clock clock) {
        this.servidores = servidores;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Pedido pedido = exchange.getMessage().getBody(Pedido.class);
        HttpReplies.SERVER_ID.set(exchange, pedido.serverId());
        servidores.exigirNoAr(pedido.serverId());
        boolean original = servidores.semPresenca(pedido.serverId());
        if (original && !(pedido instanceof PostosRequest || pedido instanceof ReservaRequest)) {
            throw new PedidoRecusado(
                    Codigo.SERVIDOR_INDISPONIVEL,
                    "O servidor %s não se anuncia: como os originais, só lista e reserva".formatted(pedido.serverId()));
        }
        exchange.getMessage().setBody(pedido.comPrazo(prazo()));
        if (original && pedido instanceof ReservaRequest reserva) {
            exigirAgora(reserva);
            exigirPrimeiraVez(reserva);
        }
        exchange.getMessage().setHeader(MqttRequestComponent.REQUEST_ID, pedido.requestId());
        enderecar(exchange, pedido.serverId());
        // see exigirPrimeiraVez
        exchange.getMessage().setHeader(MqttRequestComponent.ONCE, original);
    }

    /** On own topics, on which only that server can answer, if it is asked there; else the endpoint's. */
    private void enderecar(Exchange exchange, String serverId) {
        Operacao operacao = PerguntarRoute.OPERACAO.get(exchange);
        PerguntarRoute.TOPICO.set(exchange, operacao.compartilhado());
        Message message = exchange.getMessage();
        if (servidores.topicos(serverId).indexOf(Topicos.PROPRIOS) == 0) {
            message.setHeader(MqttRequestComponent.TOPIC, Topics.pedido(serverId, settings.clientId(), operacao));
            message.setHeader(
                    MqttRequestComponent.REPLY_TOPIC, Topics.resposta(settings.clientId(), serverId, operacao.nivel()));
        } else {
            message.removeHeader(MqttRequestComponent.TOPIC);
            message.removeHeader(MqttRequestComponent.REPLY_TOPIC);
        }
    }

    /** When whoever asks gives up, and is soon told that no answer came; each time a request is asked anew it has a later one. */
    private OffsetDateTime prazo() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))
                .plus(settings.prazo())
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** A server of the original takes the repetition of a request for an error, although it has reserved. */
    private void exigirPrimeiraVez(ReservaRequest reserva) {
        if (!servidores.enviar(reserva.requestId(), reserva.serverId())) {
            throw new PedidoRecusado(
                    Codigo.TEMPO_ESGOTADO,
                    "O servidor %s já recebeu esse pedido e não se lhe pode perguntar o que fez dele: pode ter reservado"
                            .formatted(reserva.serverId()));
        }
    }

    /** A server of the original would not read the window, and hold the point from now on instead. */
    private static void exigirAgora(ReservaRequest reserva) {
        List<ErroCampo> erros = new ArrayList<>();
        String mensagem = "o servidor %s só reserva a partir de agora, pelo tempo da carga: deixe em branco"
                .formatted(reserva.serverId());
        if (reserva.inicio() != null) {
            erros.add(new ErroCampo("inicio", mensagem));
        }
        if (reserva.fim() != null) {
            erros.add(new ErroCampo("fim", mensagem));
        }
        PedidoRecusado.seHouver(erros);
    }
}
