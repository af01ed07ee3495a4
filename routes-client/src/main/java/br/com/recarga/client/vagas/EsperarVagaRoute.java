package br.com.recarga.client.vagas;

import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.EsperarBody;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.RespostaEspera;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** {@code POST /esperas}; asked again with the same key, it says what became of it. */
@Component
public class EsperarVagaRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, SqlBuilders {

    public static final String ID = "esperar-vaga";

    private static final Variable<EsperarBody> PEDIDO =
            Variable.of(EsperarVagaRoute.class, "pedido", EsperarBody.class);

    private static final Variable<String> ENDERECO = Variable.of(EsperarVagaRoute.class, "endereco", String.class);

    private static final Variable<Map<String, Object>> NOVA = Variable.parametersOf(EsperarVagaRoute.class, "nova");

    private final VagasService vagas;

    EsperarVagaRoute(VagasService vagas) {
        this.vagas = vagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("POST /esperas: anota quem quer saber quando um posto vagar; a mesma chave diz o que foi feito disso")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificar).id("identificar-espera")
            .setVariable(ENDERECO.name()).exchange(Entrada::endereco)
            .process(Entrada.ler(EsperarBody.class)).id("ler-espera")
            .to(beanValidator("espera")).id("validar-espera")
            .setVariable(PEDIDO.name(), body())
            .setBody(this::chave)
            .to(sql("classpath:esperas/espera-do-pedido.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("espera-repetida")
            .filter(body().isNull())
                .setVariable(NOVA.name()).exchange(this::nova)
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
                .setBody(exchange -> vagas.pergunta(PEDIDO.get(exchange).serverId()))
                .to(direct(PerguntarRoute.ID))
                .process(this::exigirPosto).id("exigir-posto-da-espera")
                .setBody(variable(NOVA.name()))
                .to(sql("classpath:esperas/espera-inserir.sql")).id("espera-inserir")
                .setBody(this::chave)
                .to(sql("classpath:esperas/espera-do-pedido.sql").outputType(SqlOutputType.SelectOne)).id("espera-inserida")
            .end()
            .setBody(this::resposta)
            .process(exchange -> HttpReplies.reply(exchange, 200)).id("responder-espera");
    }
    // @formatter:on

    private Map<String, String> chave(Exchange exchange) {
        return Map.of("request_id", HttpReplies.REQUEST_ID.get(exchange));
    }

    private Map<String, Object> nova(Exchange exchange) {
        return vagas.nova(PEDIDO.get(exchange), HttpReplies.REQUEST_ID.get(exchange), ENDERECO.get(exchange));
    }

    private void exigirPosto(Exchange exchange) {
        VagasService.exigirPosto(
                exchange.getMessage().getBody(ObjectNode.class),
                PEDIDO.get(exchange).postoId());
    }

    /** @throws PedidoRecusado if there was no room for it, or the key is another wait's */
    private RespostaEspera resposta(Exchange exchange) {
        Map<?, ?> linha = exchange.getMessage().getBody(Map.class);
        if (linha == null) {
            throw new PedidoRecusado(
                    Codigo.LIMITE_EXCEDIDO,
                    "Já há gente demais à espera de postos, em todo lado ou neste endereço; tente de novo mais tarde");
        }
        EsperaRegistro espera = EsperaRegistro.de(linha);
        if (!VagasService.atende(espera, PEDIDO.get(exchange))) {
            throw new PedidoRecusado(Codigo.CHAVE_REUTILIZADA, "Essa chave já é de outro pedido");
        }
        return RespostaEspera.de(HttpReplies.REQUEST_ID.get(exchange), espera.mostrar(vagas.agora()));
    }
}
