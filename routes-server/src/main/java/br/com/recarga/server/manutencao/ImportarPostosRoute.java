package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Importacao;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import br.com.recarga.server.postos.PostosAlterados;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ConferirRoute;
import br.com.recarga.server.reservas.MudancaService;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** Takes a CSV, and in the variable {@link #PARCIAL} whether bad lines are left out; leaves the {@link Importacao}. */
@Component
public class ImportarPostosRoute extends EndpointRouteBuilder {

    public static final String ID = "importar-postos";

    /** The part that runs in one transaction, once all is read. */
    public static final String GRAVAR = "importar-gravar";

    /** Variable with a Boolean; absent: nothing is imported if a line is bad. */
    public static final String PARCIAL = "parcial";

    private static final String LEITURA = "leitura";
    private static final String ALTERADOS = "alterados";
    private static final String INSERIDOS = "inseridos";

    private final ImportacaoService importacao;
    private final MudancaService mudancas;
    private final PostosAlterados alterados;

    ImportarPostosRoute(ImportacaoService importacao, MudancaService mudancas, PostosAlterados alterados) {
        this.importacao = importacao;
        this.mudancas = mudancas;
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Importa postos de um CSV: todas as linhas ou nenhuma, ou só as boas")
            .errorHandler(noErrorHandler())
            .process(this::ler).id("ler-csv")
            .to(direct(GRAVAR))
            .to(direct(AvisarRoute.ID))
            .process(exchange -> alterados.anotar()).id("anotar-postos-importados")
            .setBody(this::resultado);

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("O mesmo arquivo outra vez não muda nada")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-importar")
            .to(sql("classpath:sql/simulacao-comecar.sql")).id("simulacao-da-importacao")
            .process(this::parametros).id("postos-em-json")
            .to(sql("classpath:sql/postos-importar-alterar.sql")).id("postos-importar-alterar")
            .setVariable(ALTERADOS, header(SqlConstants.SQL_UPDATE_COUNT))
            .to(sql("classpath:sql/postos-importar-inserir.sql")).id("postos-importar-inserir")
            .setVariable(INSERIDOS, header(SqlConstants.SQL_UPDATE_COUNT))
            .setBody(constant(null))
            .to(direct(ConferirRoute.ID))
            .to(direct(SimularRoute.ID));
    }
    // @formatter:on

    private void ler(Exchange exchange) throws IOException {
        boolean parcial = Boolean.TRUE.equals(exchange.getVariable(PARCIAL, Boolean.class));
        byte[] csv = exchange.getMessage().getBody(byte[].class);
        exchange.setVariable(LEITURA, importacao.ler(csv == null ? new byte[0] : csv, parcial));
    }

    private void parametros(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(importacao.parametros(exchange.getVariable(LEITURA, Leitura.class)));
    }

    private Importacao resultado(Exchange exchange) {
        return importacao.resultado(
                exchange.getVariable(LEITURA, Leitura.class),
                exchange.getVariable(INSERIDOS, Integer.class),
                exchange.getVariable(ALTERADOS, Integer.class),
                mudancas.afetadas(SimularRoute.mudadas(exchange)));
    }
}
