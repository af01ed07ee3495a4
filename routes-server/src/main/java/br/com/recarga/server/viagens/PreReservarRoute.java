package br.com.recarga.server.viagens;

import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.postos.PostosAlterados;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PreReservaRequest}, leaves its {@link Resposta}: all of this server's stops are held, or none. */
@Component
public class PreReservarRoute extends EndpointRouteBuilder {

    public static final String ID = "pre-reservar";

    /** The part that runs only for a request that has no answer yet, in the transaction of {@link UmaVezRoute}. */
    public static final String DECIDIR = "pre-reservar-decidir";

    /** Says of each stop why it was not held. */
    public static final String RECUSAR = "pre-reservar-recusar";

    private static final String PARADAS = "paradas";
    private static final String SEGURADAS = "seguradas";
    private static final String IMPEDIMENTOS = "impedimentos";

    private final ViagemService viagens;
    private final PostosAlterados alterados;

    PreReservarRoute(ViagemService viagens, PostosAlterados alterados) {
        this.viagens = viagens;
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Segura todas as paradas de uma viagem neste servidor, ou nenhuma; sozinhas elas caducam")
            .errorHandler(noErrorHandler())
            .to(beanValidator("pre-reserva")).id("validar-pre-reserva")
            .setVariable(UmaVezRoute.DECIDIR, constant(DECIDIR))
            .to(direct(UmaVezRoute.ID))
            .process(exchange -> alterados.anotar()).id("anotar-postos-segurados");

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Uma só instrução segura o que está livre; se falta uma parada, solta todas")
            .errorHandler(noErrorHandler())
            .setVariable(PARADAS).exchange(this::paradas)
            .setBody(variable(PARADAS))
            .to(sql("classpath:sql/viagem-segurar.sql").outputClass(ReservaRegistro.class.getName())).id("viagem-segurar")
            .choice()
                .when(this::todas).id("todas-seguradas")
                    .setVariable(SEGURADAS, body())
                    .setBody(variable(PARADAS))
                    .to(sql("classpath:sql/carro-gravar.sql")).id("carro-da-viagem")
                    .setBody(this::seguradas)
                .otherwise()
                    .setBody(variable(PARADAS))
                    .to(sql("classpath:sql/viagem-soltar.sql")).id("viagem-soltar")
                    .to(direct(RECUSAR))
            .end();

        from(direct(RECUSAR)).routeId(RECUSAR)
            .description("Diz de cada parada por que não foi segurada, e que postos estão livres na sua janela")
            .errorHandler(noErrorHandler())
            .setBody(variable(PARADAS))
            .to(select("viagem-impedimentos.sql", ImpedimentoDaParada.class)).id("viagem-impedimentos")
            .setVariable(IMPEDIMENTOS, body())
            .setBody(variable(PARADAS))
            .to(select("viagem-alternativas.sql", PostoLivre.class)).id("viagem-alternativas")
            .setBody(this::recusada);
    }
    // @formatter:on

    private EndpointProducerBuilder select(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement).outputClass(row.getName());
    }

    private Map<String, Object> paradas(Exchange exchange) {
        return viagens.seguranca(pedido(exchange));
    }

    private boolean todas(Exchange exchange) {
        return exchange.getMessage().getBody(List.class).size()
                == pedido(exchange).paradas().size();
    }

    @SuppressWarnings("unchecked")
    private Resposta seguradas(Exchange exchange) {
        return viagens.seguradas(pedido(exchange), exchange.getVariable(SEGURADAS, List.class));
    }

    @SuppressWarnings("unchecked")
    private Resposta recusada(Exchange exchange) {
        List<ImpedimentoDaParada> impedimentos = exchange.getVariable(IMPEDIMENTOS, List.class);
        List<PostoLivre> livres = exchange.getMessage().getBody(List.class);
        return viagens.recusada(pedido(exchange), impedimentos, livres);
    }

    private static PreReservaRequest pedido(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.PEDIDO, PreReservaRequest.class);
    }
}
