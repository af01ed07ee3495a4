package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.avisos.Aviso;
import br.com.recarga.server.avisos.AvisosService;
import br.com.recarga.server.avisos.PublicarRoute;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * What follows a committed change of reservations; leaves the body as it is. A client hears of what it did not do itself.
 * The message may get lost, as the broker may lose anything: the reservation can be asked for.
 */
@Component
public class AvisarRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "avisar";

    /** What has changed; absent: nothing. */
    public static final Variable<List<ReservaRegistro>> MUDADAS =
            Variable.listOf(AvisarRoute.class, "mudadas", ReservaRegistro.class);

    /** The free points for a car that has arrived and cannot charge; absent: it is of no such. */
    public static final Variable<List<Posto>> ALTERNATIVAS =
            Variable.listOf(AvisarRoute.class, "alternativas", Posto.class);

    private final MudancaService mudancas;
    private final AvisosService avisos;

    AvisarRoute(MudancaService mudancas, AvisosService avisos) {
        this.mudancas = mudancas;
        this.avisos = avisos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Conta aos clientes o que o operador ou o relógio fez das suas reservas")
            .errorHandler(noErrorHandler())
            .split(MUDADAS.value()).id("cada-reserva-mudada")
                .filter(exchange -> exchange.getMessage().getBody(ReservaRegistro.class).alteradaPor() != Autor.MOTORISTA).id("so-o-que-o-motorista-nao-fez")
                    .setBody(this::evento).id("evento-da-reserva")
                    .to(direct(PublicarRoute.TODOS))
                .end()
            .end();
    }
    // @formatter:on

    /** For {@link #MUDADAS}: what had changed before, and the reservations in the body. */
    static List<ReservaRegistro> juntar(Exchange exchange) {
        return Stream.concat(
                        MUDADAS.get(exchange, List.of()).stream(), Rows.of(exchange, ReservaRegistro.class).stream())
                .toList();
    }

    private List<Aviso> evento(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        return avisos.aoCliente(reserva.clientId(), mudancas.evento(reserva, ALTERNATIVAS.get(exchange)));
    }
}
