package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @Test
    void theTopicsAreThoseOfTheOriginal() {
        assertThat(Topics.POSTOS_REQUEST).isEqualTo("server/postos/request");
        assertThat(Topics.POSTOS_RESERVA).isEqualTo("server/postos/reserva");
        assertThat(Topics.servidorStatus("server1")).isEqualTo("servers/server1/status");
    }

    @ParameterizedTest
    @CsvSource({
        "server/postos/request, client/c1/postos/response",
        "server/postos/reserva, client/c1/postos/reserva/response",
        "server/postos/pre_reserva, client/c1/postos/pre_reserva/response",
        "server/postos/confirmacao, client/c1/postos/confirmacao/response",
        "server/postos/cancelamento, client/c1/postos/cancelamento/response",
        "server/reservas/request, client/c1/reservas/response",
    })
    void everyRequestIsHeardAndAnsweredWhereTheClientListens(String request, String reply) {
        assertThat(matches(Topics.PEDIDOS, request)).isTrue();
        assertThat(Topics.replyTo(request, "c1")).isEqualTo(reply);
        assertThat(Topics.repliesOf("c1"))
                .filteredOn(filter -> matches(filter, reply))
                .hasSize(1);
        assertThat(Topics.isReplyTopic(reply)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anOwnRequestNamesItsServerItsClientAndWhatIsAsked(Operacao operacao) {
        String request = Topics.pedido("eletro-posto.ba", "c_1", operacao);

        assertThat(request).isEqualTo("servers/eletro-posto.ba/pedidos/c_1/" + operacao.nivel());
        assertThat(PedidoProprio.de(request))
                .contains(new PedidoProprio("eletro-posto.ba", "c_1", operacao.nivel()))
                .get()
                .extracting(PedidoProprio::resposta)
                .isEqualTo("clients/c_1/respostas/eletro-posto.ba/" + operacao.nivel());
        assertThat(Operacao.doTopico(request)).contains(operacao);
        assertThat(Operacao.doTopico(operacao.compartilhado())).contains(operacao);
        assertThat(Stream.of(Topics.consultasA("eletro-posto.ba").split(",")))
                .filteredOn(filter -> matches(filter, request))
                .hasSize(operacao.consulta() ? 1 : 0);
        assertThat(Stream.of(Topics.mudancasA("eletro-posto.ba").split(",")))
                .filteredOn(filter -> matches(filter, request))
                .hasSize(operacao.consulta() ? 0 : 1);
        assertThat(Topics.consultasA("server1") + "," + Topics.mudancasA("server1"))
                .doesNotContain("eletro-posto.ba");
    }

    @ParameterizedTest
    @EnumSource
    void anOwnReplyIsHeardByItsClientAndNobodyElse(Operacao operacao) {
        String reply = Topics.resposta("c1", "server1", operacao.nivel());

        assertThat(matches(Topics.respostasA("c1"), reply)).isTrue();
        assertThat(matches(Topics.respostasA("c2"), reply)).isFalse();
        assertThat(matches(Topics.eventosA("c1"), Topics.evento("c1", "server1")))
                .isTrue();
        assertThat(matches(Topics.eventosA("c2"), Topics.evento("c1", "server1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "server/postos/reserva",
                "servers/server1/status",
                "servers/server1/pedidos/c1",
                "servers/server1/pedidos/c1/reservar/",
                "servers/server1/pedidos/c1/reservar/ja",
                "servers//pedidos/c1/reservar",
                "servers/server1/pedidos//reservar",
                "servers/server1/pedidos/c 1/reservar",
                "servers/server1/pedidos/+/reservar",
                "clients/c1/respostas/server1/reservar"
            })
    void whatIsNoOwnRequestIsNotTakenForOne(String topic) {
        assertThat(PedidoProprio.de(topic)).isEmpty();
    }

    @Test
    void whatIsAskedForOnAnOwnTopicMayBeUnknown() {
        String request = "servers/server1/pedidos/c1/adivinhar";

        assertThat(PedidoProprio.de(request)).isPresent();
        assertThat(Operacao.doTopico(request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c1, server1, false",
        "c2, server1, true",
        "c1, server2, true",
        ", server1, false",
        "c1, , false",
        "C1, server1, true",
    })
    void aBodyThatNamesAnotherDivergesFromItsTopic(String clientId, String serverId, boolean diverges) {
        PedidoProprio topic = new PedidoProprio("server1", "c1", "reservar");

        assertThat(topic.diverge(new Envelope("r", clientId, serverId))).isEqualTo(diverges);
    }

    @Test
    void whatACarTellsOneServerIsHeardByThatServerAndNamesTheCar() {
        for (String topic :
                List.of(Topics.carroStatus("ABC1D23", "server1"), Topics.carroBateria("ABC1D23", "server1"))) {
            assertThat(matches(Topics.carrosPara("server1"), topic)).isTrue();
            assertThat(matches(Topics.carrosPara("server2"), topic)).isFalse();
            assertThat(telemetria()).noneMatch(filter -> matches(filter, topic));
            assertThat(Topics.placaDo(topic)).isEqualTo("ABC1D23");
        }
    }

    @Test
    void aClientHearsNoRepliesToAnother() {
        assertThat(Topics.repliesOf("c1"))
                .noneMatch(filter -> matches(filter, Topics.replyTo(Topics.POSTOS_RESERVA, "c2")));
    }

    @Test
    void thePresenceOfEveryServerIsHeard() {
        assertThat(matches(Topics.SERVIDORES_STATUS, Topics.servidorStatus("server1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server1", "eletro-posto.ba", "status", ""})
    void theTopicOfAPresenceNamesItsServer(String serverId) {
        assertThat(Topics.servidorDoStatus(Topics.servidorStatus(serverId))).isEqualTo(serverId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carros/ABC1D23/status",
                "carros/ABC1D23/bateria",
                "pontos/5/disponibilidade",
                "reservas/server1-x/status"
            })
    void whatIsToldWithoutBeingAskedIsHeardOnce(String topic) {
        assertThat(telemetria()).filteredOn(filter -> matches(filter, topic)).hasSize(1);
        assertThat(matches(Topics.PEDIDOS, topic)).isFalse();
    }

    static Stream<String> publishedByAServer() {
        return Stream.of(
                Topics.alerta("ABC1D23"),
                Topics.alerta("ABC1D23", "server1"),
                Topics.evento("c1", "server1"),
                Topics.resposta("c1", "server1", Operacao.RESERVAR.nivel()),
                Topics.pontoStatus("server1", 5),
                Topics.servidorStatus("server1"),
                Topics.reservaEvento("c1"),
                Topics.replyTo(Topics.POSTOS_REQUEST, "c1"),
                Topics.replyTo(Topics.POSTOS_RESERVA, "c1"),
                Topics.replyTo(Topics.POSTOS_CANCELAMENTO, "c1"),
                Topics.replyTo(Topics.POSTOS_ALTERACAO, "c1"),
                Topics.replyTo(Topics.RESERVAS_REQUEST, "c1"));
    }

    @ParameterizedTest
    @MethodSource("publishedByAServer")
    void noServerHearsWhatAServerPublishes(String topic) {
        assertThat(telemetria()).noneMatch(filter -> matches(filter, topic));
        assertThat(matches(Topics.PEDIDOS, topic)).isFalse();
        assertThat(Topics.mudancasA("server1").split(",")).noneMatch(filter -> matches(filter, topic));
        assertThat(matches(Topics.carrosPara("server1"), topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client/c1/carros/x/status", "client/x/status", "client/reservas/status"})
    void noServerHearsAReplyWhereverARequesterAsksForIt(String responseTopic) {
        assertThat(Topics.isReplyTopic(responseTopic)).isTrue();
        assertThat(telemetria()).noneMatch(filter -> matches(filter, responseTopic));
        assertThat(matches(Topics.PEDIDOS, responseTopic)).isFalse();
    }

    private static List<String> telemetria() {
        return List.of(Topics.TELEMETRIA.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client/c1", "client/c1/postos/response", "client/x/um/assunto/qualquer", "client//"})
    void aReplyMayBeAskedForAnywhereBelowClient(String topic) {
        assertThat(Topics.isReplyTopic(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "client",
                "client/",
                "clients/c1/response",
                "/client/c1/response",
                "Client/c1/response",
                "server/postos/reserva",
                "servers/server1/status",
                "pontos/1/disponibilidade",
                "$SYS/client/c1",
                "client/+/response",
                "client/c1/#",
                "client/c1/\u0000",
                "client/c1/\n",
                "client/c1/\u0085"
            })
    void aReplyGoesNowhereElse(String topic) {
        assertThat(Topics.isReplyTopic(topic)).isFalse();
    }

    /** As a broker matches, as far as these filters need it: level by level, {@code +} for any one. */
    private static boolean matches(String filter, String topic) {
        String[] wanted = filter.split("/", -1);
        String[] given = topic.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("+") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
