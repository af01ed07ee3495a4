package br.com.recarga.e2e.documentos;

import static br.com.recarga.e2e.documentos.Operacao.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Papel;
import br.com.recarga.e2e.documentos.OpenApi.Resultado;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The OpenAPI documents say what the running system does and what the contract says, and nothing else. That their schemas are
 * the records of the contract is tested beside those.
 */
class OpenApiTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b");

    /**
     * Statuses with which the code of another one is answered: the address is broken; who has come in may not do this; the body
     * too slow, too big, of another type.
     */
    private static final Map<String, Set<Codigo>> OTHERWISE = Map.of(
            "400", EnumSet.of(Codigo.DADOS_INVALIDOS),
            "403", EnumSet.of(Codigo.NAO_AUTORIZADO),
            "408", EnumSet.of(Codigo.LIMITE_EXCEDIDO),
            "413", EnumSet.of(Codigo.LIMITE_EXCEDIDO),
            "415", EnumSet.of(Codigo.JSON_INVALIDO, Codigo.DADOS_INVALIDOS));

    /** What nobody asks for, and so no operation can promise. */
    private static final Set<Codigo> OF_NO_OPERATION = EnumSet.of(Codigo.OK, Codigo.ERRO_INTERNO);

    /** What is said of a parameter that is not of its type; of one that may be any text, none of these. */
    private static final Map<String, String> REFUSALS = Map.of(
            "integer", "deve ser um número inteiro",
            "boolean", "deve ser true ou false",
            "date-time", "deve ser data e hora ISO-8601",
            "enum", "deve ser um de ");

    /** Headers of HTTP and of Camel, which no operation has for its own. */
    private static final Pattern OF_EVERY_REQUEST =
            Pattern.compile("(?i)Camel.*|Accept.*|Content-.*|Transfer-Encoding|breadcrumbId|" + Leituras.OPERACAO);

    /**
     * What a server asks of every request that goes over MQTT too, whether the operation has a use for it or not: what the
     * document says of these is not missed where it is left out.
     */
    private static final Set<String> OF_EVERY_PEDIDO = Set.of(
            "request_id",
            "client_id",
            "server_id",
            "reserva_id",
            "viagem_id",
            "codigo_reserva",
            "prazo",
            "motivo",
            "id",
            "codigo",
            "X-Codigo-Reserva");

    static Stream<Operacao> operations() {
        return Stream.of(OpenApi.values()).flatMap(api -> api.operations().stream());
    }

    @ParameterizedTest
    @EnumSource
    void theSystemShowsTheDocumentAsItIs(OpenApi api) throws Exception {
        assertThat(api.send("GET", "/openapi.json", null, null).json()).isEqualTo(api.written());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentFollowsTheStandard(OpenApi api) {
        ParseOptions strict = new ParseOptions();
        strict.setResolve(true);

        assertThat(new OpenAPIV3Parser()
                        .readLocation(api.file().toUri().toString(), null, strict)
                        .getMessages())
                .isEmpty();
    }

    /** With the types of bodies and answers: those of a route refuse whatever else is sent or asked for. */
    @ParameterizedTest
    @EnumSource
    void thePathsOfTheDocumentAreThoseOfTheRoutes(OpenApi api) {
        Set<String> routes = new TreeSet<>();
        Set<String> anyBody = new TreeSet<>();
        for (RestDefinition rest : api.camel().getRestDefinitions()) {
            for (VerbDefinition verb : rest.getVerbs()) {
                String consumes = first(verb.getConsumes(), rest.getConsumes());
                if (consumes == null) {
                    anyBody.add(verb.getRouteId());
                }
                routes.add(told(
                        verb.asVerb().toUpperCase(),
                        verb.getPath(),
                        verb.getRouteId(),
                        consumes,
                        first(verb.getProduces(), rest.getProduces())));
            }
        }

        assertThat(api.operations())
                .extracting(operation -> told(
                        operation.method(),
                        operation.path(),
                        operation.id(),
                        anyBody.contains(operation.id()) ? null : operation.consumes(),
                        operation.produces()))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    private static String first(String ofVerb, String ofAll) {
        return ofVerb == null ? ofAll : ofVerb;
    }

    private static String told(String method, String path, String id, String consumes, String produces) {
        return "%s %s, called %s, takes %s, gives %s".formatted(method, path, id, consumes, produces);
    }

    /** A header and a parameter of the query are one to a route: which of them it is, the document alone says. */
    @ParameterizedTest
    @MethodSource("operations")
    void theParametersOfAnOperationAreThoseThatItsRouteReads(Operacao operation) throws Exception {
        OpenApi api = operation.api();
        Leituras leituras = Leituras.em(api.camel());
        List<String> examples = new ArrayList<>();
        operation
                .parameters("query")
                .forEach((name, parameter) -> examples.addAll(List.of(name, example(operation, parameter))));
        String path = operation.bare();
        for (String target : List.of(path, Operacao.with(path, examples.toArray(String[]::new)))) {
            api.send(operation.method(), target, null, null, credential(operation));
            if (operation.hasBody()) {
                api.send(operation.method(), target, operation.consumes(), operation.example(), credential(operation));
            }
        }

        Set<String> read = leituras.de(operation.id());
        read.removeIf(name -> OF_EVERY_REQUEST.matcher(name).matches());
        Set<String> documented = operation.parameters().collect(Collectors.toCollection(TreeSet::new));
        documented.addAll(operation.fields());
        if (api == OpenApi.SERVIDOR && read.contains("Idempotency-Key")) {
            read.removeIf(name -> OF_EVERY_PEDIDO.contains(name) && !documented.contains(name));
        }
        assertThat(read).as("of %s", operation).containsExactlyInAnyOrderElementsOf(documented);
    }

    private static String[] credential(Operacao operation) {
        return new String[] {"Authorization", Sistema.CREDENCIAL, Leituras.OPERACAO, operation.id()};
    }

    private static String example(Operacao operation, JsonNode parameter) {
        if (parameter.has("example")) {
            return parameter.path("example").asText();
        }
        return switch (kind(operation, parameter)) {
            case "integer" -> "1";
            case "boolean" -> "true";
            case "date-time" -> "2026-12-24T14:00:00-03:00";
            case "enum" -> "CONFIRMADA";
            default -> "x";
        };
    }

    private static String kind(Operacao operation, JsonNode parameter) {
        JsonNode schema = operation.api().document().follow(parameter.path("schema"));
        return schema.has("enum")
                ? "enum"
                : schema.path("format").asText(schema.path("type").asText());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aParameterIsOfTheTypeThatItIsRefusedFor(Operacao operation) throws Exception {
        Map<String, String> documented = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        operation.parameters("path").forEach((name, parameter) -> documented.put(name, kind(operation, parameter)));
        operation.parameters("query").forEach((name, parameter) -> documented.put(name, kind(operation, parameter)));
        for (String name : documented.keySet()) {
            String target = operation.parameters("path").containsKey(name)
                    ? operation.path().replace("{" + name + "}", "nada").replaceAll("\\{[a-z]+}", "1")
                    : Operacao.with(operation.bare(), name, "nada");
            refused.put(name, refusal(operation, target, name));
        }

        assertThat(refused).as("of %s", operation).isEqualTo(documented);
    }

    private static String refusal(Operacao operation, String target, String name) throws Exception {
        boolean bodyFirst = operation.node().at("/requestBody/required").asBoolean();
        Resultado answer = operation
                .api()
                .send(
                        operation.method(),
                        target,
                        bodyFirst ? operation.consumes() : null,
                        bodyFirst ? operation.example() : null,
                        credential(operation));
        return erros(answer)
                .filter(erro -> erro.path("campo").asText().equals(name))
                .flatMap(erro -> REFUSALS.entrySet().stream()
                        .filter(refusal -> erro.path("mensagem").asText().startsWith(refusal.getValue())))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse("string");
    }

    private static Stream<JsonNode> erros(Resultado answer) throws Exception {
        return answer.json().path("erros").valueStream();
    }

    /** A field of the body that is not there either may be named too. */
    @ParameterizedTest
    @MethodSource("operations")
    void aParameterIsRequiredIfItIsMissed(Operacao operation) throws Exception {
        Map<String, JsonNode> query = operation.parameters("query");
        Resultado answer =
                operation.api().send(operation.method(), operation.bare(), null, null, credential(operation));

        assertThat(erros(answer).map(erro -> erro.path("campo").asText()))
                .filteredOn(
                        name -> query.containsKey(name) && !operation.fields().contains(name))
                .as("of %s", operation)
                .containsExactlyInAnyOrderElementsOf(query.entrySet().stream()
                        .filter(parameter ->
                                parameter.getValue().path("required").asBoolean())
                        .map(Map.Entry::getKey)
                        .toList());
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
    void everyExampleIsValid(Operacao operation) {
        assertThat(operation.api().wrongExamples(operation.body())).isEmpty();
        assertThat(!operation.hasBody()
                        || operation.node().path("requestBody").toString().contains("\"example"))
                .as("an example of the body")
                .isTrue();
        for (JsonNode response : operation.responses().values()) {
            assertThat(operation.api().wrongExamples(response.at("/content/application~1json")))
                    .isEmpty();
        }
    }

    /** It is called as the contract calls it, in capitals. */
    @ParameterizedTest
    @MethodSource("operations")
    void anExampleOfTheContractIsTheGoldenOne(Operacao operation) throws Exception {
        for (JsonNode examples : operation.node().findValues("examples")) {
            for (Map.Entry<String, JsonNode> example : examples.properties()) {
                if (example.getKey().equals(example.getKey().toUpperCase())) {
                    assertThat(example.getValue().path("value"))
                            .as(example.getKey())
                            .isEqualTo(new YAMLMapper()
                                    .readTree(Exemplo.valueOf(example.getKey()).bytes()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyCodeOfAnOperationIsOneOfItsStatus(Operacao operation) {
        operation
                .responses()
                .forEach((status, response) -> codes(response)
                        .forEach(code -> assertThat(
                                        OTHERWISE.getOrDefault(status, Set.of()).contains(code)
                                                ? Integer.parseInt(status)
                                                : code.httpStatus())
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
        assertThat(operation.parameters("query").keySet())
                .filteredOn(name -> !name.equals("codigo"))
                .allMatch(name -> contract.contains("`" + name + "`")
                        || named.stream().anyMatch(query -> query.matches(".*[?&]" + name + "=.*")));
    }

    /** Without a broker, with a credential and without, whatever a caller may send: what comes is in the document. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyStatusThatComesIsDocumented(Operacao operation) throws Exception {
        List<Resultado> answers = new ArrayList<>();
        String path = operation.path().replace("{id}", "1").replace("{cid}", "1");
        answers.addAll(answers(operation, path, null, null));
        answers.addAll(answers(operation, path + "?disponivel=talvez&situacao=TALVEZ&de=ontem&placa=X", null, null));
        if (operation.hasBody()) {
            answers.addAll(answers(operation, path, "text/plain", "olá"));
            answers.addAll(answers(operation, path, JSON, "{"));
            answers.addAll(answers(operation, path, JSON, "{}"));
            answers.addAll(answers(operation, path, JSON, " ".repeat(100_000) + "{}"));
            answers.addAll(answers(operation, path, JSON, operation.example()));
        }

        for (Resultado answer : answers) {
            String status = String.valueOf(answer.status());
            assertThat(operation.responses()).as("of %s", operation).containsKey(status);
            String codigo = answer.json().path("codigo").asText(Codigo.OK.name());
            assertThat(codes(operation.responses().get(status)).map(Codigo::name))
                    .as("what %s says of %s", operation, status)
                    .satisfies(told -> assertThat(codigo.equals(Codigo.OK.name()) || told.contains(codigo))
                            .as(codigo)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatNeedsACredentialSaysSo(Operacao operation) throws Exception {
        Resultado stranger = operation.api().send(operation.method(), operation.bare(), null, null);

        assertThat(operation.node().has("security"))
                .as("%s: %s", operation, stranger)
                .isEqualTo(stranger.status() == 401);
    }

    /** Also where none is needed: whoever gives one is taken at his word. */
    @ParameterizedTest
    @MethodSource("operations")
    void whereACredentialIsLookedAtAWrongOneIsRefused(Operacao operation) throws Exception {
        Resultado wrong = operation
                .api()
                .send(operation.method(), operation.bare(), null, null, "Authorization", Sistema.CREDENCIAL_ERRADA);

        assertThat(operation.responses().containsKey("401")).isEqualTo(wrong.status() == 401);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatARoleMayNotSaysWhichOneItTakes(Operacao operation) throws Exception {
        String refused = operation.responses().containsKey("403")
                ? operation.responses().get("403").path("description").asText()
                : "";
        for (Papel papel : Papel.values()) {
            Resultado answer = operation
                    .api()
                    .send(operation.method(), operation.bare(), null, null, "Authorization", Sistema.credencial(papel));

            boolean enough = Stream.of(Papel.values())
                    .filter(needed -> refused.contains("`" + needed.nome() + "`"))
                    .allMatch(papel::basta);
            assertThat(answer.status() == 403).as("%s as %s", operation, papel).isEqualTo(!enough);
        }
    }

    /** With the password that a browser keeps. */
    @ParameterizedTest
    @MethodSource("operations")
    void whereAnotherSiteMayNotWriteItIsSaid(Operacao operation) throws Exception {
        Resultado elsewhere = operation
                .api()
                .send(
                        operation.method(),
                        operation.bare(),
                        null,
                        null,
                        "Origin",
                        "http://outro.example",
                        "Authorization",
                        Sistema.CREDENCIAL);

        assertThat(operation.responses().containsKey("403")).isEqualTo(elsewhere.status() == 403);
    }

    /** Nobody is served before the routes run, nor without end. */
    @ParameterizedTest
    @MethodSource("operations")
    void eachMayAskToWaitAndSaysHowLong(Operacao operation) {
        for (String status : List.of("429", "503")) {
            assertThat(operation.responses()).as("of %s", operation).containsKey(status);
            assertThat(operation.responses().get(status).path("headers").has("Retry-After"))
                    .as("%s of %s", status, operation)
                    .isTrue();
        }
    }

    private static List<Resultado> answers(Operacao operation, String path, String type, String body) throws Exception {
        OpenApi api = operation.api();
        return List.of(
                api.send(operation.method(), path, type, body),
                api.send(operation.method(), path, type, body, "Authorization", Sistema.CREDENCIAL));
    }

    private static Stream<Codigo> codes(JsonNode response) {
        return CODE.matcher(response.path("description").asText())
                .results()
                .map(found -> found.group())
                .filter(word ->
                        Stream.of(Codigo.values()).anyMatch(code -> code.name().equals(word)))
                .map(Codigo::valueOf);
    }
}
