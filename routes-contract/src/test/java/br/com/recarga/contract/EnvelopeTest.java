package br.com.recarga.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final Envelope NOTHING = new Envelope(null, null, null);
    private static final Envelope ALL = new Envelope("r1", "c1", "s1");
    private static final String FIELDS = "\"request_id\":\"r1\",\"client_id\":\"c1\",\"server_id\":\"s1\"";

    @Test
    void theThreeFieldsAreRead() {
        assertThat(Envelope.read(Exemplo.RESERVA_REQUEST.bytes()))
                .isEqualTo(new Envelope("5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a01", "client_servidor_1", "server1"));
    }

    @Test
    void theirOrderIsOfNoImportance() {
        assertThat(read("{\"carro\":{\"placa\":\"ABC1234\"},\"server_id\":\"s1\",\"postos\":[1,[2]],"
                        + "\"client_id\":\"c1\",\"x\":null,\"request_id\":\"r1\"}"))
                .isEqualTo(ALL);
    }

    @Test
    void aMissingFieldIsNull() {
        assertThat(read("{\"request_id\":\"r1\",\"server_id\":\"s1\"}")).isEqualTo(new Envelope("r1", null, "s1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + FIELDS + ",\"carro\":}",
                "{" + FIELDS + ",\"carro\"",
                "{" + FIELDS,
                "{" + FIELDS + "}}}",
                "{" + FIELDS + "]",
                "{" + FIELDS + ",\"posto_id\":5,5}",
                "{" + FIELDS + ",\"request_id\":\"other\"}",
                "{" + FIELDS + "} {\"request_id\":\"other\"}"
            })
    void whatIsMalformedAfterTheThreeFieldsDoesNotHideThem(String json) {
        assertThat(read(json)).isEqualTo(ALL);
    }

    @Test
    void whatWasReadBeforeTheFaultStands() {
        assertThat(read("{\"request_id\":\"r1\",\"client_id\":\"c1\",oops,\"server_id\":\"s1\"}"))
                .isEqualTo(new Envelope("r1", "c1", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "7.5", "true", "null", "{\"id\":\"r2\"}", "[\"r2\"]", "{\"request_id\":\"r2\"}", "[[]]"})
    void aFieldThatIsNoTextIsNullAndTheOthersAreStillRead(String value) {
        assertThat(read("{\"request_id\":" + value + ",\"client_id\":\"c1\",\"server_id\":\"s1\"}"))
                .isEqualTo(new Envelope(null, "c1", "s1"));
        assertThat(read("{\"request_id\":\"r1\",\"client_id\":" + value + ",\"server_id\":\"s1\"}"))
                .isEqualTo(new Envelope("r1", null, "s1"));
        assertThat(read("{\"request_id\":\"r1\",\"client_id\":\"c1\",\"server_id\":" + value + "}"))
                .isEqualTo(new Envelope("r1", "c1", null));
    }

    @Test
    void fieldsOfTheSameNameAtDepthAreNotTaken() {
        assertThat(read("{\"carro\":{" + FIELDS + "},\"paradas\":[{" + FIELDS + "}],\"server_id\":\"outer\"}"))
                .isEqualTo(new Envelope(null, null, "outer"));
    }

    @Test
    void aRepeatedFieldIsNotReadTwice() {
        assertThat(read("{\"request_id\":\"r1\",\"request_id\":\"r2\",\"client_id\":\"c1\",\"server_id\":\"s1\"}"))
                .isEqualTo(new Envelope("r1", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"request_id\"",
                "[]",
                "[{" + FIELDS + "}]",
                "{}",
                "{",
                "}",
                "{{",
                "nada",
                "{" + "request_id:\"r1\"}",
                "<xml/>"
            })
    void whatIsNoObjectSaysNothing(String json) {
        assertThat(read(json)).isEqualTo(NOTHING);
    }

    @Test
    void escapesAndAccentsAreDecoded() {
        assertThat(read("{\"request_id\":\"\\u0061ção\",\"client_id\":\"c1\",\"server_id\":\"s1\"}"))
                .isEqualTo(new Envelope("ação", "c1", "s1"));
    }

    @Test
    void badUtf8AfterTheThreeFieldsDoesNotHideThem() throws Exception {
        assertThat(Envelope.read(bytes("{" + FIELDS + ",\"modelo\":\"", 0xC3, 0x28, "\"}")))
                .isEqualTo(ALL);
    }

    @Test
    void badUtf8InAFieldEndsTheReading() throws Exception {
        assertThat(Envelope.read(
                        bytes("{\"client_id\":\"c1\",\"request_id\":\"", 0xC3, 0x28, "\",\"server_id\":\"s1\"}")))
                .isEqualTo(new Envelope(null, "c1", null));
    }

    @Test
    void badUtf8InAFieldsNameEndsTheReading() throws Exception {
        assertThat(Envelope.read(bytes("{\"client_id\":\"c1\",\"", 0xFF, 0xFE, "\":1,\"server_id\":\"s1\"}")))
                .isEqualTo(new Envelope(null, "c1", null));
    }

    @Test
    void deepNestingAfterTheThreeFieldsDoesNotHideThem() {
        assertThat(read("{" + FIELDS + ",\"x\":" + "[".repeat(100_000))).isEqualTo(ALL);
    }

    @Test
    void deepNestingBeforeTheThreeFieldsEndsTheReading() {
        assertThat(read("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "," + FIELDS + "}"))
                .isEqualTo(NOTHING);
    }

    @Test
    void theNestingOfATripIsNoObstacle() {
        assertThat(read("{\"x\":" + "[".repeat(19) + "]".repeat(19) + "," + FIELDS + "}"))
                .isEqualTo(ALL);
    }

    @Test
    void whatIsHugeIsSkipped() {
        String huge = "x".repeat(2_000_000);

        assertThat(read("{\"modelo\":\"" + huge + "\"," + FIELDS + ",\"resto\":\"" + huge))
                .isEqualTo(ALL);
    }

    @Test
    void aHugeIdIsReadAsItIs() {
        String huge = "x".repeat(200_000);

        assertThat(read("{\"request_id\":\"" + huge + "\"}").requestId()).isEqualTo(huge);
    }

    @Test
    void noBytesAtAllMakeTheReadingFail() {
        Random random = new Random(20261122);
        byte[] example = Exemplo.RESERVA_REQUEST.bytes();
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant = Arrays.copyOf(example, 1 + random.nextInt(example.length));
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }

            assertThat(Envelope.read(mutant)).isNotNull();
        }
    }

    private static Envelope read(String json) {
        return Envelope.read(json.getBytes(UTF_8));
    }

    private static byte[] bytes(String before, int first, int second, String after) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(UTF_8));
        bytes.write(first);
        bytes.write(second);
        bytes.write(after.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
