package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI documents say what the running system does and what the contract says. */
class OpenApiTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b");

    private static final String JSON = "application/json";

    /** Statuses with which the code of another one is answered: the body is too big, or of another type; the address is broken. */
    private static final Map<String, Codigo> OTHERWISE =
            Map.of("400", Codigo.DADOS_INVALIDOS, "413", Codigo.LIMITE_EXCEDIDO, "415", Codigo.JSON_INVALIDO);

    /** What nobody asks for, and so no operation can promise. */
    private static final Set<Codigo> OF_NO_OPERATION = EnumSet.of(Codigo.OK, Codigo.ERRO_INTERNO);

    static Stream<Operacao> operations() {
        return Stream.of(OpenApi.values()).flatMap(api -> Operacao.todas(api).stream());
    }

    @ParameterizedTest
    @EnumSource
    void theCopyIsWhatTheSystemSaysOfItself(OpenApi api) throws Exception {
        DocumentoGerado.em(api.file(), "make openapi").conferir(api.text());
    }

    @ParameterizedTest
    @EnumSource
    void everySchemaOfTheContractHasTheFieldsOfItsRecord(OpenApi api) {
        Stream.of(Exemplo.values())
                .map(Exemplo::tipo)
                .distinct()
                .filter(type -> api.hasSchema(type.getSimpleName()))
                .forEach(type -> assertThat(api.schema(type.getSimpleName())
                                .path("properties")
                                .fieldNames())
                        .toIterable()
                        .as(type.getSimpleName())
                        .containsExactlyInAnyOrderElementsOf(fields(type)));
    }

    @ParameterizedTest
    @EnumSource
    void everyGoldenExampleIsValid(Exemplo exemplo) throws Exception {
        JsonNode golden = ContractJson.mapper().readTree(exemplo.bytes());
        for (OpenApi api : OpenApi.values()) {
            if (api.hasSchema(exemplo.tipo().getSimpleName())) {
                assertThat(api.violations(exemplo.tipo().getSimpleName(), golden))
                        .isEmpty();
            }
        }
    }

    /** What goes over MQTT has its schema in the AsyncAPI document, by that one's own tests. */
    @Test
    void everyPayloadHasASchemaInSomeDocument() throws Exception {
        String asyncApi = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));

        assertThat(Exemplo.values())
                .extracting(exemplo -> exemplo.tipo().getSimpleName())
                .allMatch(name -> asyncApi.contains("\n    " + name + ":\n      type: object")
                        || Stream.of(OpenApi.values()).anyMatch(api -> api.hasSchema(name)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyExampleIsValid(Operacao operation) throws Exception {
        JsonNode body = operation.node().at("/requestBody/content/application~1json");
        assertThat(operation.api().wrongExamples(body)).isEmpty();
        assertThat(!operation.hasBody()
                        || operation.node().path("requestBody").toString().contains("\"example\""))
                .as("an example of the body")
                .isTrue();
        for (JsonNode response : operation.responses().values()) {
            assertThat(operation.api().wrongExamples(response.at("/content/application~1json")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyCodeOfAnOperationIsOneOfItsStatus(Operacao operation) {
        operation
                .responses()
                .forEach((status, response) -> codes(response)
                        .forEach(code -> assertThat(
                                        OTHERWISE.get(status) == code ? Integer.parseInt(status) : code.httpStatus())
                                .as("%s %s", status, code)
                                .isEqualTo(Integer.parseInt(status))));
    }

    @Test
    void everyCodeIsAnsweredBySomeOperation() {
        Set<Codigo> told = operations()
                .flatMap(operation -> operation.responses().values().stream())
                .flatMap(OpenApiTest::codes)
                .collect(Collectors.toSet());

        assertThat(told).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_NO_OPERATION)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyPathAndQueryParameterIsInTheContract(Operacao operation) throws Exception {
        // the names of a path's variables are the document's own
        Pattern row = Pattern.compile("`" + operation.method() + " "
                + Pattern.quote(operation.path()).replaceAll("\\{[a-z]+}", "\\\\E\\\\{[a-z]+}\\\\Q") + "(\\?[^`]*)?`");
        String contract = Files.readString(Path.of("..", "docs", "contrato.md"));
        Set<String> named = new TreeSet<>();
        row.matcher(contract).results().forEach(found -> named.add(String.valueOf(found.group(1))));

        assertThat(named).as("%s in contrato.md", operation).isNotEmpty();
        assertThat(operation.parameters("query"))
                .filteredOn(name -> !name.equals("codigo"))
                .allMatch(name -> contract.contains("`" + name + "`")
                        || named.stream().anyMatch(query -> query.matches(".*[?&]" + name + "=.*")));
    }

    /** Without a broker, with a credential and without, whatever a caller may send: what comes is in the document. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyStatusThatComesIsDocumented(Operacao operation) throws Exception {
        String path = operation.path().replace("{id}", "1").replace("{cid}", "1");
        Set<String> answered = new TreeSet<>(statuses(operation, path, null, null));
        answered.addAll(statuses(operation, path + "?disponivel=talvez&situacao=TALVEZ&de=ontem&placa=X", null, null));
        if (operation.hasBody()) {
            answered.addAll(statuses(operation, path, "text/plain", "olá"));
            answered.addAll(statuses(operation, path, JSON, "{"));
            answered.addAll(statuses(operation, path, JSON, "{}"));
            answered.addAll(statuses(operation, path, JSON, " ".repeat(100_000) + "{}"));
            answered.addAll(statuses(operation, path, JSON, operation.example()));
        }

        assertThat(operation.responses().keySet()).as("of %s", operation).containsAll(answered);
    }

    private static List<String> statuses(Operacao operation, String path, String type, String body) throws Exception {
        OpenApi api = operation.api();
        int nobody = api.status(operation.method(), path, type, body);
        int operator = api.status(operation.method(), path, type, body, "Authorization", Sistema.CREDENCIAL);
        return List.of(String.valueOf(nobody), String.valueOf(operator));
    }

    private static Stream<Codigo> codes(JsonNode response) {
        return CODE.matcher(response.path("description").asText())
                .results()
                .map(found -> found.group())
                .filter(word ->
                        Stream.of(Codigo.values()).anyMatch(code -> code.name().equals(word)))
                .map(Codigo::valueOf);
    }

    private static List<String> fields(Class<?> type) {
        var config = ContractJson.mapper().getSerializationConfig();
        List<BeanPropertyDefinition> properties =
                config.introspect(config.constructType(type)).findProperties();
        return properties.stream().map(BeanPropertyDefinition::getName).toList();
    }
}
