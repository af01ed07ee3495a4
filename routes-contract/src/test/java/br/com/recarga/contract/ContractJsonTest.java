package br.com.recarga.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.validation.Regras;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractJsonTest {

    private static final ObjectMapper JSON = ContractJson.mapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // numbers given as text
                "posto_id | \"5\"",
                "posto_id | \"\"",
                "posto_id | \" \"",
                "carro.capacidade_bateria | \"44.5\"",
                "carro.capacidade_bateria | \"\"",
                "carro.capacidade_bateria | \" \"",
                // text given as something else
                "server_id | 1",
                "server_id | 1.5",
                "server_id | true",
                "server_id | {}",
                "server_id | []",
                "server_id | [\"server1\"]",
                "carro.placa | 1234567",
                "carro.modelo | false",
                // whole numbers
                "posto_id | 5.0",
                "posto_id | 5.7",
                "posto_id | 5e0",
                "posto_id | true",
                "posto_id | {}",
                "posto_id | [5]",
                "posto_id | 2147483648",
                "posto_id | -2147483649",
                "posto_id | 99999999999999999999",
                // numbers
                "carro.nivel_bateria_atual | true",
                "carro.nivel_bateria_atual | [22.3]",
                "carro.nivel_bateria_atual | {}",
                // objects
                "carro | \"\"",
                "carro | \"ABC1234\"",
                "carro | []",
                "carro | 7",
                // times
                "inicio | 1798131600",
                "inicio | 1798131600.5",
                "inicio | \"1798131600\"",
                "inicio | \"\"",
                "inicio | \" \"",
                "inicio | \"2026-12-24\"",
                "inicio | \"2026-12-24T14:00:00\"",
                "inicio | \"2026-12-24 14:00:00-03:00\"",
                "inicio | \"2026-12-24T14:00:00-0300\"",
                "inicio | \"2026-12-24T14:00:00[America/Sao_Paulo]\"",
                "inicio | \"2026-02-29T14:00:00Z\"",
                "inicio | \"2026-12-24T24:00:00Z\"",
                "inicio | \" 2026-12-24T14:00:00Z\"",
                "inicio | [2026,12,24,14,0]",
                "inicio | true",
                "inicio | {}",
            })
    void aFieldOfTheWrongTypeIsRefusedByItsPath(String path, String value) throws Exception {
        byte[] json = JSON.writeValueAsBytes(example().with(path, value));

        assertThatThrownBy(() -> JSON.readValue(json, ReservaRequest.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        refusal -> assertThat(refusal.getPath().stream()
                                        .map(JsonMappingException.Reference::getFieldName)
                                        .collect(Collectors.joining(".")))
                                .isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"true\"", "\"\"", "\" \"", "0", "1", "1.0", "[true]", "\"sim\""},
            quoteCharacter = '`')
    void aTruthIsTrueOrFalse(String value) {
        assertThatThrownBy(() -> JSON.readValue("{\"disponivel\":" + value + "}", PostosRequest.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "\"0\"",
                "\"\"",
                "\" \"",
                "\"ONLINE\"",
                "\"Online\"",
                "\"ligado\"",
                "true",
                "[\"online\"]"
            })
    void aPresenceIsOneOfItsTwoWords(String value) {
        assertThatThrownBy(
                        () -> JSON.readValue("{\"server_id\":\"s1\",\"status\":" + value + "}", ServidorStatus.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void aWholeNumberWillDoWhereAnyNumberIsAskedFor() throws Exception {
        assertThat(JSON.readValue("{\"capacidade_bateria\":44}", Carro.class).capacidadeBateria())
                .isEqualTo(44.0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:00:00-03:00, 2026-12-24T14:00:00-03:00",
        "2026-12-24T14:00-03:00, 2026-12-24T14:00:00-03:00",
        "2026-12-24T17:00:00Z, 2026-12-24T17:00:00Z",
        "2026-12-24T14:00:00.123456789-03:00, 2026-12-24T14:00:00.123456789-03:00",
        "2028-02-29T23:59:59+14:00, 2028-02-29T23:59:59+14:00",
    })
    void aTimeKeepsItsOffset(String given, String written) throws Exception {
        PostosRequest request = JSON.readValue("{\"inicio\":\"" + given + "\"}", PostosRequest.class);

        assertThat(request.inicio().getOffset())
                .isEqualTo(OffsetDateTime.parse(given).getOffset());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(request)).get("inicio").asText())
                .isEqualTo(written);
    }

    @Test
    void unknownFieldsAreIgnoredAtEveryDepth() throws Exception {
        ObjectNode json = example().tree();
        json.put("novo", 1).putObject("extra").put("a", true);
        ((ObjectNode) json.get("carro")).putArray("cores").add("azul");

        assertThat(JSON.readValue(JSON.writeValueAsBytes(json), ReservaRequest.class))
                .isEqualTo(JSON.readValue(Exemplo.RESERVA_REQUEST.bytes(), ReservaRequest.class));
    }

    @Test
    void anAbsentFieldAndNullAreTheSame() throws Exception {
        assertThat(JSON.readValue("{\"posto_id\":null,\"carro\":null,\"inicio\":null}", ReservaRequest.class))
                .isEqualTo(JSON.readValue("{}", ReservaRequest.class));
    }

    @Test
    void fieldsAreSpelledInSnakeCaseOnly() throws Exception {
        assertThat(JSON.readValue("{\"postoId\":5,\"POSTO_ID\":5,\"Posto_Id\":5}", ReservaRequest.class)
                        .postoId())
                .isNull();
    }

    @Test
    void absentFieldsAreNotWritten() throws Exception {
        assertThat(JSON.writeValueAsString(
                        new PostosRequest("r1", "c1", "s1", null, null, null, null, null, null, null, null)))
                .isEqualTo("{\"request_id\":\"r1\",\"client_id\":\"c1\",\"server_id\":\"s1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{}]",
                "{},",
                "{}x",
                "{\"posto_id\":5}{\"posto_id\":6}",
            })
    void whatFollowsTheObjectIsRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, ReservaRequest.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"posto_id\":5,\"posto_id\":5}",
                "{\"posto_id\":5,\"posto_id\":6}",
                "{\"carro\":{\"placa\":\"ABC1234\",\"placa\":\"ABC1235\"}}",
                "{\"novo\":{\"a\":1,\"a\":2}}",
            })
    void aFieldGivenTwiceIsRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, ReservaRequest.class))
                .hasMessageContaining("Duplicate field")
                .satisfies(refusal -> assertThat(rootOf(refusal)).isInstanceOf(JsonParseException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"carro\":{\"nivel_bateria_atual\":NaN}}",
                "{\"carro\":{\"nivel_bateria_atual\":Infinity}}",
                "{\"carro\":{\"nivel_bateria_atual\":-INF}}",
                "{\"carro\":{\"nivel_bateria_atual\":+1}}",
                "{\"carro\":{\"nivel_bateria_atual\":.5}}",
                "{\"carro\":{\"nivel_bateria_atual\":5.}}",
                "{\"carro\":{\"nivel_bateria_atual\":0x1F}}",
                "{\"posto_id\":007}",
                "{'posto_id':5}",
                "{posto_id:5}",
                "{\"posto_id\":5,}",
                "{\"posto_id\":5 /* cinco */}",
                "{\"server_id\":\"a\nb\"}",
                "{\"server_id\":\"\\x41\"}"
            })
    void whatIsNotJsonIsRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, ReservaRequest.class))
                .satisfies(refusal -> assertThat(rootOf(refusal)).isInstanceOf(JsonParseException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"INF\"", "1e999", "-1e999"})
    void aNumberThatIsNoneNeverPassesTheRules(String value) throws Exception {
        byte[] json = ("{\"placa\":\"ABC1234\",\"modelo\":\"m\",\"capacidade_bateria\":" + value
                        + ",\"nivel_bateria_atual\":1,\"taxa_descarga\":1}")
                .getBytes(UTF_8);
        Carro carro;
        try {
            carro = JSON.readValue(json, Carro.class);
        } catch (JsonMappingException refusedAtOnce) {
            return;
        }

        assertThat(Regras.violadas(carro)).containsKey("capacidadeBateria");
    }

    @Test
    void deepNestingIsRefusedEvenWhereItIsIgnored() {
        assertThatThrownBy(
                        () -> JSON.readValue("{\"x\":" + "[".repeat(21) + "]".repeat(21) + "}", ReservaRequest.class))
                .satisfies(refusal -> assertThat(rootOf(refusal)).isInstanceOf(StreamConstraintsException.class));
    }

    @Test
    void aNumberOfAThousandDigitsIsRefused() {
        assertThatThrownBy(() -> JSON.readValue("{\"posto_id\":" + "9".repeat(1000) + "}", ReservaRequest.class))
                .satisfies(refusal -> assertThat(rootOf(refusal)).isInstanceOf(StreamConstraintsException.class));
    }

    @Test
    void badUtf8IsRefused() {
        byte[] json = "{\"server_id\":\"é\"}".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> JSON.readValue(json, ReservaRequest.class)).isInstanceOf(IOException.class);
    }

    @Test
    void escapedCharactersAreTheSameAsPlainOnes() throws Exception {
        assertThat(JSON.readValue("{\"modelo\":\"\\u00e9\\ud83d\\ude97\"}", Carro.class)
                        .modelo())
                .isEqualTo("é\uD83D\uDE97");
    }

    private static Throwable rootOf(Throwable refusal) {
        Throwable root = refusal;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static Changed example() throws IOException {
        return new Changed((ObjectNode) JSON.readTree(Exemplo.RESERVA_REQUEST.bytes()));
    }

    /** An example in which one field is about to be spoilt. */
    private record Changed(ObjectNode tree) {

        ObjectNode with(String path, String value) throws IOException {
            int dot = path.indexOf('.');
            ObjectNode parent = dot < 0 ? tree : (ObjectNode) tree.get(path.substring(0, dot));
            parent.putRawValue(path.substring(dot + 1), new RawValue(value));
            return tree;
        }
    }
}
