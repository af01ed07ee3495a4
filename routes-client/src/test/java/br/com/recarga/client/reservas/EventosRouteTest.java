package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.ReservaEvento;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ClientTest
@ExtendWith(OutputCaptureExtension.class)
class EventosRouteTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private Eventos eventos;

    @Autowired
    private CamelContext camel;

    @Autowired
    private LoggingSystem logging;

    @Test
    void anEventIsKeptAndLoggedWithoutTheCarAndTheReason(CapturedOutput output) {
        logging.setLogLevel(EventosRoute.class.getName(), LogLevel.INFO);

        client.event(Exemplo.RESERVA_EVENTO.bytes());

        assertThat(eventos.recentes()).hasSize(1);
        assertThat(output.getAll().lines().filter(line -> line.contains("EventosRoute ")))
                .singleElement()
                .asString()
                .endsWith("Reservation server1-01a20121-6074-7f6c-b1fd-547073455cea is CANCELADA by OPERADOR");
        assertThat(output).doesNotContain("ABC1D23", "Troca do conector");
    }

    @Test
    void whatAServerTellsOfTheReservationOfAnotherIsNotBelieved() {
        String event = new String(Exemplo.RESERVA_EVENTO.bytes(), StandardCharsets.UTF_8);
        long discarded = client.exchanges(EventosRoute.DE_OUTRO_TOPICO);

        client.event(event.replace("server1-01a2", "server2-01a2").getBytes(StandardCharsets.UTF_8));

        assertThat(eventos.recentes()).isEmpty();
        assertThat(client.exchanges(EventosRoute.DE_OUTRO_TOPICO)).isEqualTo(discarded + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cancelada",
                "null",
                "[]",
                "{}",
                "{\"reserva_id\":\"server1-1\",\"server_id\":\"server1\"}",
                "{\"reserva_id\":\"server1-1\",\"server_id\":\"server1\",\"situacao\":\"CANCELADA\",\"por\":\"operador\""
            })
    void whatCannotBeReadIsIgnoredAndTheNextEventIsHeard(String garbage) {
        client.event(garbage.getBytes(StandardCharsets.UTF_8));
        assertThat(eventos.recentes()).isEmpty();

        client.event(Exemplo.RESERVA_EVENTO.bytes());
        assertThat(eventos.recentes()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reserva_id | null",
                "reserva_id | \"\"",
                "reserva_id | \"a b\"",
                "reserva_id | \"server1-1\\nforged line\"",
                "server_id | null",
                "server_id | \"a/b\"",
                "situacao | null",
                "situacao | \"ROUBADA\"",
                "situacao | 3",
                "por | null",
                "por | \"OPERADOR\"",
                "placa | \"ABC1D23\\u0000\"",
                "placa | \"ABC1D23ABC1D23ABC1D23\"",
                "motivo | \"\\u001b[2J\"",
                "posto_id | 0",
                "posto_id | \"5\"",
                "inicio | \"tomorrow\""
            })
    void anEventThatBreaksTheContractIsIgnored(String field, String json) throws IOException {
        ObjectNode event = (ObjectNode) ContractJson.mapper().readTree(Exemplo.RESERVA_EVENTO.bytes());
        event.set(field, ContractJson.mapper().readTree(json));

        client.event(event.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(eventos.recentes()).isEmpty();
    }

    @Test
    void anEventThatTheBrokerHadKeptIsNoNewsAndCounted() throws Exception {
        long before = kept();

        client.keptEvent(Exemplo.RESERVA_EVENTO.bytes());

        assertThat(eventos.recentes()).isEmpty();
        assertThat(kept()).isEqualTo(before + 1);
    }

    private long kept() throws Exception {
        return camel.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute(EventosRoute.RETIDOS)
                .getExchangesTotal();
    }

    @Test
    void anEventWithMoreFieldsAndFewerIsHeard() {
        client.event("""
                {"reserva_id":"server1-1","server_id":"server1","situacao":"EXPIRADA","por":"sistema","novo":[1]}""".getBytes(StandardCharsets.UTF_8));

        assertThat(eventos.recentes()).extracting(ReservaEvento::reservaId).containsExactly("server1-1");
    }
}
