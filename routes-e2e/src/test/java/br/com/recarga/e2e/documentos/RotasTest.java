package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/rotas.md} shows the routes as they run. */
class RotasTest {

    private static final int ALL = Integer.MAX_VALUE;

    /** What use cases lead to is the same over MQTT. */
    private static final int DOOR_AND_USE_CASE = 2;

    /** What Java says of a lambda, and of an object that has nothing to say of itself. */
    private static final String OBJECT = ".*@[0-9a-f]{5,}.*";

    private static final String HEAD = """
            # As rotas

            Gerado do sistema no ar por `make diagramas`; um teste falha se este arquivo ficar para trás. Nada aqui foi desenhado.

            - Visões gerais: um retângulo é uma rota; um oval é por onde se entra ou sai (HTTP, MQTT, temporizador). Seta cheia: chama;
              tracejada: o alvo é escolhido durante a execução.
            - Passo a passo: losango, `choice` ou `filter`; cilindro, SQL; moldura dupla, outra rota; hexágono, `saga` ou `doTry`;
              paralelogramo, `split` ou `loop`. Uma condição escrita em Java aparece com o nome que tem, ou como *regra*. Passos sem
              nome que só preparam a mensagem (`setBody`, `setVariable`) não aparecem.
            - Falhas: nas portas HTTP e MQTT uma configuração de rotas as torna respostas (`erros-http`, `erros-mqtt`); as rotas de dentro
              as deixam passar.
            """;

    @Test
    void theDocumentShowsTheRoutesAsTheyAre() throws Exception {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        lines.addAll(List.of("", "## Servidor", ""));
        lines.addAll(new Diagramas(Sistema.camelDoServidor())
                .visaoGeral("Visão geral do servidor: MQTT e relógio", ALL, "paho-mqtt5", "timer")
                .visaoGeral("Visão geral do servidor: HTTP", DOOR_AND_USE_CASE, "rest")
                .passoAPasso("pedidos", "reservar", "reservar-decidir", "reservar-equivalente")
                .passoAPasso("lembrar-resposta", "guardar-resposta")
                .passoAPasso("cancelar-decidir", "pre-reservar-decidir")
                .passoAPasso("confirmar-decidir", "responder", "telemetria", "publicar-postos")
                .tabela()
                .lines());
        lines.addAll(List.of("## Cliente", ""));
        lines.addAll(new Diagramas(Sistema.camelDoCliente())
                .visaoGeral("Visão geral do cliente", ALL, "rest", "paho-mqtt5", "timer")
                .passoAPasso("pedir-reserva", "perguntar", "perguntar-a-todos", "perguntar-a-um-de-todos")
                .passoAPasso("reservar-viagem", "viagem-tentar", "viagem-saga", "viagem-confirmar", "viagem-desfazer")
                .tabela()
                .lines());

        // or the document would differ at each run
        assertThat(lines).as("labels that are the address of an object").noneMatch(line -> line.matches(OBJECT));
        DocumentoGerado.em("rotas.md", "make diagramas")
                .conferir(String.join("\n", lines).stripTrailing() + "\n");
    }

    /** Not the contexts themselves: what a test is given, JUnit closes. */
    static List<Ligacoes> contexts() {
        return List.of(new Ligacoes(Sistema.camelDoServidor()), new Ligacoes(Sistema.camelDoCliente()));
    }

    /** Or the tables, Hawtio and whoever reads them know it by its id alone. */
    @ParameterizedTest
    @MethodSource("contexts")
    void everyRouteSaysWhatItDoes(Ligacoes ligacoes) {
        assertThat(ligacoes.routes().values())
                .filteredOn(route -> !Rotulos.is(route.getInput().getEndpointUri(), "rest"))
                .allSatisfy(route -> assertThat(route.getDescription())
                        .as(route.getRouteId())
                        .isNotBlank());
    }
}
