package br.com.recarga.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.EsperarBody;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the drivers' page, in two languages. */
class TextosTest {

    private static final Path PAGINA = Path.of("src/main/resources/paginas/motorista");
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final JsonNode portugues = dictionary("pt-BR");
    private final JsonNode english = dictionary("en");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty() {
        assertThat(keys(english)).isEqualTo(keys(portugues));
        assertThat(Stream.of(portugues, english).flatMap(TextosTest::values)).noneMatch(String::isBlank);
    }

    @Test
    void aTextHasTheSamePlacesForValuesInBothLanguages() {
        assertThat(keys(portugues))
                .allSatisfy(key -> assertThat(places(english, key)).as(key).isEqualTo(places(portugues, key)));
    }

    @Test
    void everyKeyThatThePageNamesIsThere() throws IOException {
        List<String> named = new ArrayList<>();
        try (Stream<Path> files = Files.list(PAGINA)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = Pattern.compile("\\bt\\('([\\w.-]+)'|data-t(?:-rotulo)?=\"([\\w.-]+)\"")
                        .matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(keys(portugues)).containsAll(named);
    }

    @ParameterizedTest
    @EnumSource(value = Codigo.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void everyErrorOfTheContractIsSaidInPlainWordsWithWhatToDoNext(Codigo codigo) {
        assertThat(keys(portugues)).contains("erro.%s.titulo".formatted(codigo), "erro.%s.fazer".formatted(codigo));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ReservarBody.class,
                AlterarBody.class,
                ViagemBody.class,
                ParadaDaViagem.class,
                PlanejarBody.class,
                EsperarBody.class,
                Carro.class
            })
    void everyFieldThatThePageSendsHasANameForWhenItIsWrong(Class<?> body) {
        assertThat(keys(portugues))
                .containsAll(Stream.of(body.getRecordComponents())
                        .map(field -> "campo." + SNAKE_CASE.translate(field.getName()))
                        .toList());
    }

    @Test
    void everySituationAndAuthorHasAName() {
        Stream<String> names = Stream.of(
                        Stream.of(Situacao.values()).map(situacao -> "situacao." + situacao),
                        Stream.of(SituacaoViagem.values()).map(situacao -> "viagem.situacao." + wire(situacao)),
                        Stream.of(Autor.values()).map(autor -> "autor." + wire(autor)))
                .flatMap(keys -> keys);

        assertThat(keys(portugues)).containsAll(names.toList());
    }

    private static String wire(Object value) {
        return ContractJson.mapper().valueToTree(value).asText();
    }

    private static Set<String> keys(JsonNode texts) {
        Set<String> keys = new TreeSet<>();
        texts.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Stream<String> values(JsonNode texts) {
        return keys(texts).stream().map(key -> texts.get(key).asText());
    }

    private static Set<String> places(JsonNode texts, String key) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(texts.get(key).asText()).results().forEach(result -> places.add(result.group()));
        return places;
    }

    private static JsonNode dictionary(String language) {
        try {
            return ContractJson.mapper()
                    .readTree(
                            PAGINA.resolve("textos/%s.json".formatted(language)).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
