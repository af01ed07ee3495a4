package br.com.recarga.contract.documentos;

import static br.com.recarga.contract.documentos.Documento.DO_SERVIDOR;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/contrato.md}, for people, leaves nothing out that the AsyncAPI document, for tools, has. */
class ContratoEmProsaTest {

    private static final String CONTRACT = read();

    static Stream<JsonNode> channels() {
        return DO_SERVIDOR.entries("/channels").map(Map.Entry::getValue);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsInItsTable(Codigo codigo) {
        assertThat(CONTRACT).contains("\n| `%s` | %d |".formatted(codigo, codigo.httpStatus()));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void everyTopicIsNamed(JsonNode channel) {
        assertThat(CONTRACT).contains("`" + channel.path("address").asText() + "`");
    }

    @Test
    void everyFieldOfAMessageIsNamed() {
        List<String> unnamed = DO_SERVIDOR.schemas().stream()
                .flatMap(schema -> DO_SERVIDOR.schema(schema).path("properties").properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .filter(field -> !CONTRACT.matches("(?s).*\\b" + field + "\\b.*"))
                .toList();

        assertThat(unnamed).isEmpty();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "contrato.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
