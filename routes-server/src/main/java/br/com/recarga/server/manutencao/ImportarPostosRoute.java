package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Importacao;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ConferirRoute;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** Takes a CSV, and in the variable {@link #PARCIAL} whether bad lines are left out; leaves the {@link Importacao}. */
@Component
public class ImportarPostosRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "importar-postos";

    /** The part that runs in one transaction, once all is read. */
    public static final String GRAVAR = "importar-gravar";

    /** Whether bad lines are left out; absent: nothing is imported if a line is bad. */
    public static final Variable<Boolean> PARCIAL = Variable.of(ImportarPostosRoute.class, "parcial", Boolean.class);

    private static final Variable<Leitura> LEITURA = Variable.of(ImportarPostosRoute.class, "leitura", Leitura.class);
    private static final Variable<Integer> ALTERADOS =
            Variable.of(ImportarPostosRoute.class, "alterados", Integer.class);
    private static final Variable<Integer> INSERIDOS =
            Variable.of(ImportarPostosRoute.class, "inseridos", Integer.class);

    private final ImportacaoService importacao;

    ImportarPostosRoute(ImportacaoService importacao) {
        this.importacao = importacao;
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
            .setBody(this::resultado);

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("O mesmo arquivo outra vez não muda nada")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-importar")
            .to(direct(SimularRoute.COMECAR))
            .setBody(exchange -> importacao.parametros(LEITURA.get(exchange))).id("postos-em-json")
            .to(sql("classpath:sql/postos-importar-alterar.sql")).id("postos-importar-alterar")
            .setVariable(ALTERADOS.name(), header(SqlConstants.SQL_UPDATE_COUNT))
            .to(sql("classpath:sql/postos-importar-inserir.sql")).id("postos-importar-inserir")
            .setVariable(INSERIDOS.name(), header(SqlConstants.SQL_UPDATE_COUNT))
            .setBody(constant(null))
            .to(direct(ConferirRoute.ID))
            .to(direct(SimularRoute.ID));
    }
    // @formatter:on

    private void ler(Exchange exchange) throws IOException {
        byte[] csv = exchange.getMessage().getBody(byte[].class);
        LEITURA.set(exchange, importacao.ler(csv == null ? new byte[0] : csv, PARCIAL.get(exchange, false)));
    }

    private Importacao resultado(Exchange exchange) {
        return importacao.resultado(
                LEITURA.get(exchange),
                INSERIDOS.get(exchange),
                ALTERADOS.get(exchange),
                SimularRoute.afetadas(exchange));
    }
}
