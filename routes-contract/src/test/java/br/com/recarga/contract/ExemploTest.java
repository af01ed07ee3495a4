package br.com.recarga.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.validation.Regras;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExemploTest {

    private static final ObjectMapper JSON = ContractJson.mapper();

    @ParameterizedTest
    @EnumSource
    void everyExampleIsReadAndWrittenBackTheSame(Exemplo exemplo) throws Exception {
        Object message = JSON.readValue(exemplo.bytes(), exemplo.tipo());

        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(message));

        assertThat(written).isEqualTo(JSON.readTree(exemplo.bytes()));
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsReadTheSameByAMapperThatKnowsNothingOfOurs(Exemplo exemplo) throws Exception {
        ObjectMapper foreign = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();

        assertThat((Object) foreign.readValue(exemplo.bytes(), exemplo.tipo()))
                .isEqualTo(JSON.readValue(exemplo.bytes(), exemplo.tipo()));
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleOfARequestObeysTheRules(Exemplo exemplo) throws Exception {
        Object message = JSON.readValue(exemplo.bytes(), exemplo.tipo());
        Object checked = message instanceof ReservarBody body ? body.toRequest("um-id", "client_servidor_1") : message;

        assertThat(Regras.violadas(checked)).isEmpty();
    }

    @Test
    void everyFileIsAnExampleOfTheEnum() throws Exception {
        Path folder = Path.of(Exemplo.class.getResource("/contrato").toURI());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Exemplo.values()).map(Exemplo::arquivo).toList());
        }
    }

    @Test
    void aRequestForPointsHasTheOriginalsThreeFields() throws Exception {
        assertThat(JSON.readValue(Exemplo.POSTOS_REQUEST.bytes(), PostosRequest.class))
                .isEqualTo(new PostosRequest(
                        "0f1c5a52-6c1e-4b5e-9a5d-0d6f6a1f7e01",
                        "client_servidor_1",
                        "server1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void theFiltersOfARequestForPointsAreRead() throws Exception {
        assertThat(JSON.readValue(Exemplo.POSTOS_REQUEST_FILTROS.bytes(), PostosRequest.class))
                .isEqualTo(new PostosRequest(
                        "0f1c5a52-6c1e-4b5e-9a5d-0d6f6a1f7e02",
                        "client_servidor_1",
                        "server1",
                        true,
                        "CCS2",
                        OffsetDateTime.parse("2026-12-24T14:00:00-03:00"),
                        OffsetDateTime.parse("2026-12-24T15:00:00-03:00"),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void theOriginalsReplyWithPointsIsRead() throws Exception {
        assertThat(JSON.readValue(Exemplo.POSTOS_RESPONSE_ORIGINAL.bytes(), PostosResponse.class))
                .isEqualTo(new PostosResponse(
                        "0f1c5a52-6c1e-4b5e-9a5d-0d6f6a1f7e01",
                        "server1",
                        null,
                        null,
                        null,
                        List.of(new Posto(
                                5,
                                "Tomba",
                                null,
                                null,
                                "-12.2888,-38.9604",
                                11.0,
                                "Tipo 2",
                                1.1,
                                true,
                                false,
                                null,
                                null,
                                null,
                                null)),
                        null));
    }

    @Test
    void aReservationIsRead() throws Exception {
        assertThat(JSON.readValue(Exemplo.RESERVA_REQUEST.bytes(), ReservaRequest.class))
                .isEqualTo(new ReservaRequest(
                        "5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a01",
                        "client_servidor_1",
                        "server1",
                        new Carro("ABC1D23", "BYD Dolphin", 44.5, 22.3, 0.19, 7.0, 60.0, List.of("Tipo 2", "CCS2")),
                        5,
                        OffsetDateTime.parse("2026-12-24T14:00:00-03:00"),
                        OffsetDateTime.parse("2026-12-24T16:30:00-03:00"),
                        "viagem-7",
                        null,
                        null));
    }

    @Test
    void theFlatBodyBecomesTheRequestThatGoesOverMqtt() throws Exception {
        ReservarBody body = JSON.readValue(Exemplo.RESERVAR_BODY_ORIGINAL.bytes(), ReservarBody.class);

        assertThat(body.toRequest("5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a02", "client_servidor_1"))
                .isEqualTo(JSON.readValue(Exemplo.RESERVA_REQUEST_ORIGINAL.bytes(), ReservaRequest.class));
    }

    @Test
    void theWindowOfTheFlatBodyGoesOverMqttToo() throws Exception {
        ReservarBody body = JSON.readValue(Exemplo.RESERVAR_BODY.bytes(), ReservarBody.class);

        ReservaRequest request = body.toRequest("um-id", "client_servidor_1");

        assertThat(request.inicio()).isEqualTo("2026-12-24T14:00:00-03:00");
        assertThat(request.fim()).isEqualTo("2026-12-24T16:30:00-03:00");
        assertThat(request.viagemId()).isNull();
    }

    @Test
    void aRefusalIsBuiltAsTheExamplesShowIt() throws Exception {
        Resposta refusal = Resposta.erro(
                "5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a05",
                "server1",
                Codigo.DADOS_INVALIDOS,
                "Há campos inválidos no pedido",
                List.of(
                        new ErroCampo("carro.nivel_bateria_atual", "não pode passar da capacidade da bateria"),
                        new ErroCampo("carro.placa", "deve ser uma placa como ABC1234 ou ABC1D23")));

        assertThat(refusal).isEqualTo(JSON.readValue(Exemplo.RESERVA_RESPONSE_DADOS_INVALIDOS.bytes(), Resposta.class));
    }

    @Test
    void aRefusalWithoutFieldsIsBuiltAsTheExamplesShowIt() throws Exception {
        assertThat(Resposta.erro(
                        "5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a04",
                        "server1",
                        Codigo.POSTO_INEXISTENTE,
                        "O posto 9999 não existe no servidor server1"))
                .isEqualTo(JSON.readValue(Exemplo.RESERVA_RESPONSE_POSTO_INEXISTENTE.bytes(), Resposta.class));
    }

    @Test
    void ourListOfPointsSaysThatItWorked() {
        PostosResponse response = new PostosResponse("um-id", "server1", List.of());

        assertThat(JSON.<JsonNode>valueToTree(response).toString())
                .isEqualTo(
                        "{\"request_id\":\"um-id\",\"server_id\":\"server1\",\"status\":\"sucesso\",\"codigo\":\"OK\","
                                + "\"postos\":[]}");
    }

    @Test
    void aPointCanTellItsDistance() throws Exception {
        Posto point = JSON.readValue(Exemplo.POSTOS_RESPONSE.bytes(), PostosResponse.class)
                .postos()
                .get(0);

        assertThat(point.distanciaKm()).isNull();
        assertThat(point.withDistanciaKm(3.5).distanciaKm()).isEqualTo(3.5);
        assertThat(point.withDistanciaKm(3.5))
                .usingRecursiveComparison()
                .ignoringFields("distanciaKm")
                .isEqualTo(point);
    }

    @Test
    void accentsGoOverTheWireAsUtf8() throws Exception {
        byte[] json = JSON.writeValueAsBytes(
                Resposta.erro(null, null, Codigo.POSTO_INEXISTENTE, "O posto 9999 não existe no servidor server1"));

        assertThat(new String(json, UTF_8)).contains("não existe");
    }
}
