package br.com.recarga.server.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Operacao;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A character NUL, which PostgreSQL takes in no text, is the asker's mistake and no failure of the server: in whatever field it comes. */
@ServerTest
class TextoComNulTest {

    /** Fields by which a message is told to be nobody's, or this server's and this caller's. */
    private static final Set<String> ADDRESS = Set.of("server_id", "client_id");

    /** Which may be whatever anybody makes up: it is the right one, or none. */
    private static final String CODE = "codigo_reserva";

    @Autowired
    private ServerHarness server;

    @ParameterizedTest
    @CsvSource({
        "LISTAR, POSTOS_REQUEST_FILTROS,",
        "RESERVAR, RESERVA_REQUEST,",
        "ALTERAR, ALTERACAO_REQUEST, RESERVA_INEXISTENTE",
        "CANCELAR, CANCELAMENTO_REQUEST, RESERVA_INEXISTENTE",
        "CANCELAR, CANCELAMENTO_REQUEST_VIAGEM, OK",
        "PRE_RESERVAR, PRE_RESERVA_REQUEST,",
        "CONFIRMAR, CONFIRMACAO_REQUEST,",
        "CONSULTAR, RESERVAS_REQUEST, RESERVA_INEXISTENTE",
        "CONSULTAR, RESERVAS_REQUEST_PLACA, OK",
        "CONSULTAR, RESERVAS_REQUEST_REQUEST_ID, RESERVA_INEXISTENTE",
        "CONSULTAR, RESERVAS_REQUEST_VIAGEM, OK"
    })
    void inAFieldOfARequestItIsRefusedAndInACodeItIsAWrongOne(Operacao operacao, Exemplo exemplo, Codigo wrongCode)
            throws IOException {
        int[] spoiled = {0};
        eachText(exemplo.tipo(), field -> {
            ObjectNode request = read(exemplo);
            put(request, field);
            spoiled[0]++;
            int before = server.published().size();

            server.receive(operacao.compartilhado(), request.toString());

            List<ServerHarness.Published> replies =
                    server.published().subList(before, server.published().size());
            assertThat(replies).as(field).hasSize(1);
            ServerHarness.Published reply = replies.get(0);
            if (field.equals(CODE)) {
                assertThat(reply.text("codigo")).isEqualTo(wrongCode.name());
            } else {
                assertThat(reply.text("codigo")).as(field).isEqualTo(Codigo.DADOS_INVALIDOS.name());
                assertThat(reply.json().path("erros").findValuesAsText("campo")).contains(field.replace('/', '.'));
            }
        });
        assertThat(spoiled[0]).isPositive();
    }

    private static void put(ObjectNode request, String path) {
        String[] steps = path.split("/");
        ObjectNode object = request;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = object.path(steps[i]);
            object = next.isObject() ? (ObjectNode) next : object.putObject(steps[i]);
        }
        object.put(steps[steps.length - 1], "a\0b");
    }

    /** Also those that an example leaves out; each by its path. */
    private static void eachText(Class<?> type, Consumer<String> field) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCaseStrategy.INSTANCE.translate(component.getName());
            if (component.getType().isRecord()) {
                eachText(component.getType(), nested -> field.accept(name + "/" + nested));
            } else if (component.getType() == String.class && !ADDRESS.contains(name)) {
                field.accept(name);
            }
        }
    }

    private static ObjectNode read(Exemplo exemplo) {
        try {
            ObjectNode request = (ObjectNode) ContractJson.mapper().readTree(exemplo.bytes());
            return request.put("server_id", ServerTest.SERVER_ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
