package br.com.recarga.platform.management;

import static br.com.recarga.platform.Http.get;
import static br.com.recarga.platform.Http.send;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import br.com.recarga.testkit.HostileHeaders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ManagementSecurityTest {

    private static final String ROUTE = "parada";

    @LocalManagementPort
    private int management;

    @LocalServerPort
    private int application;

    @Autowired
    private CamelContext camel;

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness, 200",
        // nothing here is subscribed to any broker
        "/actuator/health/readiness, 503",
        "/actuator/health, 503",
    })
    void healthIsOpenToEverybody(String path, int status) throws Exception {
        HttpResponse<String> response = get(management, path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"status\"").doesNotContain("components", "details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nada",
                "/actuator",
                "/actuator/health/mqtt",
                "/actuator/health/",
                "/actuator/info",
                "/actuator/env",
                "/actuator/hawtio",
                "/actuator/hawtio/",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/auth/login",
                "/actuator/hawtio/camel/routes",
                "/actuator/hawtio/jmx",
                "/actuator/hawtio/proxy/localhost/80",
                "/actuator/jolokia",
                "/actuator/jolokia/version",
                "/actuator/hawtio/jolokia"
            })
    void allElseAsksForThePassword(String path) throws Exception {
        HttpResponse<String> response = get(management, path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"gestao\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/hawtio/index.html, 200",
        "/actuator/jolokia, 200",
        "/actuator/jolokia/, 200",
        "/actuator/hawtio/jolokia, 200",
        "/actuator, 200",
        "/actuator/env, 404",
        // nobody measures here
        "/actuator/prometheus, 404",
        "/actuator/info, 404",
        "/nada, 404",
    })
    void thePasswordOpensWhatThereIs(String path, int status) throws Exception {
        assertThat(send(operator(path)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/hawtio/index.html",
                "/actuator/jolokia",
                "/actuator",
                "/nada",
            })
    void everyAnswerTellsABrowserWhatItMustNotDo(String path) throws Exception {
        HostileHeaders.assertProtected(get(management, path));
        HostileHeaders.assertProtected(send(operator(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "operador, errada",
        "operador, ''",
        "operador, Segredo",
        "operador, 'segredo '",
        "operador, null",
        "'', segredo",
        "Operador, segredo",
        "outro, segredo",
    })
    void noOtherUserAndPasswordOpenAnything(String user, String password) throws Exception {
        assertThat(send(as(user, password, "/actuator/jolokia")).statusCode()).isEqualTo(401);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whoIsRefusedIsWrittenDownAndWhoIsOnlyAskedIsNot(CapturedOutput output) throws Exception {
        get(management, "/actuator/jolokia");
        send(as("outro", "errada", "/actuator/hawtio"));
        send(as("operador", "errada", "/actuator/jolokia"));

        assertThat(output)
                .containsOnlyOnce("entrada recusada: quem=desconhecido de=127.0.0.1 GET /actuator/hawtio")
                .containsOnlyOnce("entrada recusada: quem=operador de=127.0.0.1 GET /actuator/jolokia")
                .doesNotContain("errada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ?", "Basic b3BlcmFkb3I=", "Bearer segredo", "segredo", "Basic c2VncmVkbw=="})
    void aHeaderThatIsNoUserAndPasswordOpensNothing(String authorization) throws Exception {
        HttpResponse<String> response =
                send(Http.to(management, "/actuator/jolokia").header("Authorization", authorization));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsRemembered() throws Exception {
        HttpResponse<String> response = send(operator("/actuator/jolokia"));

        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://outro.example", "https://127.0.0.1", "http://127.0.0.1:1", "null", "http://", "file://"})
    void anotherSiteIsKeptOutEvenWithThePassword(String origin) throws Exception {
        assertThat(send(operator("/actuator/jolokia").header("Origin", origin)).statusCode())
                .isEqualTo(403);
        assertThat(send(jolokia(read()).header("Origin", origin)).statusCode()).isEqualTo(403);
        assertThat(send(operator("/actuator/hawtio/index.html").header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theConsolesOwnSiteIsLetIn(String scheme) throws Exception {
        HttpResponse<String> response = send(jolokia(read()).header("Origin", scheme + "://127.0.0.1:" + management));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/jolokia/version",
                "/actuator/jolokia/list",
                "/actuator/jolokia/read/java.lang:type=Memory",
                "/actuator/jolokia/exec/java.lang:type=Memory/gc",
                "/actuator/jolokia?p=exec/java.lang:type=Memory/gc",
                "/actuator/jolokia/?p=version",
                "/actuator/hawtio/jolokia/version",
                "/actuator/hawtio/jolokia/exec/java.lang:type=Memory/gc",
                "/actuator/hawtio/jolokia?p=exec/java.lang:type=Memory/gc"
            })
    void jolokiaDoesNothingByGet(String path) throws Exception {
        assertThat(send(operator(path)).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/%6Aolokia/version",
                "/actuator//jolokia/version",
                "/actuator/jolokia;a=b/version",
                "/actuator/jolokia/;a=b",
                "/actuator/./jolokia/version",
                "/actuator/x/../jolokia/version",
                "/actuator/jolokia%2Fversion",
                "/actuator/jolokia%00/version",
                "//actuator/jolokia/version",
                "/actuator/Jolokia/version"
            })
    void noOtherSpellingLeadsToJolokiaByGet(String path) throws Exception {
        HttpResponse<String> response = send(operator(path));

        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(response.body()).doesNotContain("agent", "protocol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"})
    void jolokiaDoesNothingByOtherMethods(String method) throws Exception {
        HttpResponse<String> response =
                send(operator("/actuator/jolokia/exec/java.lang:type=Memory/gc").method(method, noBody()));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasThePasswordSeesTheCountsOfARoute() throws Exception {
        long before = exchangesTotal();

        assertThat(get(application, "/parada").statusCode()).isEqualTo(200);
        assertThat(get(application, "/parada").statusCode()).isEqualTo(200);

        assertThat(exchangesTotal()).isEqualTo(before + 2);
    }

    @Test
    void whoHasThePasswordStopsARouteAndStartsIt() throws Exception {
        assertThat(jolokiaAnswer(exec("stop()")).path("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Stopped);

        assertThat(jolokiaAnswer(exec("start()")).path("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/hawtio/jolokia", "/actuator/jolokia"})
    @ExtendWith(OutputCaptureExtension.class)
    void anActIsALineThatSaysWhoAndFromWhereAndWhat(String path, CapturedOutput output) throws Exception {
        String both = "[" + exec("stop()") + "," + exec("start()") + "," + read() + "]";

        HttpResponse<String> done =
                send(operator(path).header("Content-Type", "application/json").POST(ofString(both)));

        String route = new ObjectName(read().path("mbean").asText()).getCanonicalName();
        assertThat(ContractJson.mapper().readTree(done.body()).findValuesAsText("status"))
                .as(done.body())
                .containsExactly("200", "200", "200");
        assertThat(output)
                .containsOnlyOnce("ato: quem=operador de=127.0.0.1 stop() " + route)
                .containsOnlyOnce("ato: quem=operador de=127.0.0.1 start() " + route)
                .doesNotContain("ExchangesTotal", "segredo");
    }

    /** Hawtio asks for these several times a second. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void lookingIsNoAct(CapturedOutput output) throws Exception {
        send(jolokia(read()));
        send(jolokia(question("exec")
                .put("mbean", "org.apache.camel:context=" + camel.getManagementName() + ",type=context,name=\"teste\"")
                .put("operation", "dumpRoutesAsXml()")));
        assertRefused(exec("remove()"));

        assertThat(output).doesNotContain("ato: ");
    }

    /** Jolokia itself refuses, with a status of its own inside an answer of 200. */
    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Memory|gc",
                "java.lang:type=Memory|gc()",
                "java.lang:type=Threading|resetPeakThreadCount",
                "com.sun.management:type=DiagnosticCommand|vmSystemProperties",
                "com.sun.management:type=DiagnosticCommand|jvmtiAgentLoad",
                "com.sun.management:type=HotSpotDiagnostic|dumpHeap",
                "com.sun.management:type=HotSpotDiagnostic|setVMOption",
                "java.util.logging:type=Logging|setLoggerLevel",
                "jdk.management.jfr:type=FlightRecorder|newRecording()",
                "JMImplementation:type=MBeanServerDelegate|anything",
                "org.apache.camel:context=teste,type=context,name=\"teste\"|stop()",
                "org.apache.camel:context=teste,type=context,name=\"teste\"|suspend()",
                "org.apache.camel:context=teste,type=context,name=\"teste\"|sendBody(java.lang.String,java.lang.Object)",
                "org.apache.camel:context=teste,type=context,name=\"teste\"|createEndpoint(java.lang.String)",
                "org.apache.camel:context=teste,type=context,name=\"teste\"|startAllRoutes()",
                "org.apache.camel:context=teste,type=routes,name=\"parada\"|remove()",
                "org.apache.camel:context=teste,type=routes,name=\"parada\"|stopAndFail()",
                "org.apache.camel:context=teste,type=routes,name=\"parada\"|reset()",
                "org.apache.camel:context=teste,type=routes,name=\"parada\"|updateRouteFromXml(java.lang.String)",
                "org.apache.camel:context=teste,type=tracer,name=BacklogTracer|dumpAllTracedMessagesAsXml()",
                "org.apache.camel:context=teste,type=tracer,name=BacklogDebugger|enableDebugger()"
            })
    void noOtherOperationIsCarriedOut(String mbean, String operation) throws Exception {
        assertRefused(question("exec").put("mbean", mbean).put("operation", operation));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Memory|Verbose",
                "java.lang:type=Threading|ThreadContentionMonitoringEnabled",
                "org.apache.camel:context=teste,type=routes,name=\"parada\"|StatisticsEnabled",
                "org.apache.camel:context=teste,type=tracer,name=BacklogTracer|Enabled"
            })
    void noAttributeIsWritten(String mbean, String attribute) throws Exception {
        assertRefused(question("write")
                .put("mbean", mbean)
                .put("attribute", attribute)
                .put("value", true));
    }

    @Test
    void itTakesNoNotifications() throws Exception {
        JsonNode registered = jolokiaAnswer(question("notification").put("command", "register"));

        // there is no way by which one could come
        assertThat(registered.path("value").path("backend")).isEmpty();
    }

    @Test
    void itAsksNoOtherProcess() throws Exception {
        ObjectNode question = read();
        question.putObject("target").put("url", "service:jmx:rmi:///jndi/rmi://127.0.0.1:1/jmxrmi");

        // it answers for itself
        assertThat(jolokiaAnswer(question).path("value").isNumber()).isTrue();
        assertThat(send(operator("/actuator/hawtio/proxy/localhost/" + application + "/parada"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void manyAtOnceAreJudgedOneByOne() throws Exception {
        HttpResponse<String> response = send(operator("/actuator/jolokia")
                .header("Content-Type", "application/json")
                .POST(ofString("[" + read() + ","
                        + question("exec").put("mbean", "java.lang:type=Memory").put("operation", "gc") + "]")));

        JsonNode answers = ContractJson.mapper().readTree(response.body());
        assertThat(answers.findValuesAsText("status")).containsExactly("200", "403");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=context,name=\"teste\"|dumpRoutesAsXml()",
                "type=services,name=DefaultInflightRepository|browse()",
                "type=services,name=DefaultRestRegistry|listRestServices()"
            })
    void hawtioIsGivenWhatItDrawsAndLists(String mbean, String operation) throws Exception {
        JsonNode answer = jolokiaAnswer(question("exec")
                .put("mbean", "org.apache.camel:context=" + camel.getManagementName() + "," + mbean)
                .put("operation", operation));

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void whoHasNoPasswordStopsNothing() throws Exception {
        HttpResponse<String> response = send(Http.to(management, "/actuator/jolokia")
                .header("Content-Type", "application/json")
                .POST(ofString(exec("stop()").toString())));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void theApplicationsPortAsksForNoPasswordAndTakesAnyOrigin() throws Exception {
        assertThat(send(Http.to(application, "/parada").header("Origin", "http://outro.example"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(Http.to(application, "/parada").header("Authorization", "Basic ?"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Without a password the port is closed, it does not stand open. */
    @Nested
    @TestPropertySource(properties = "recarga.gestao.senha=")
    class WithABlankPassword {

        @LocalManagementPort
        private int closed;

        @ParameterizedTest
        @CsvSource({"operador, ''", "operador, ' '", "operador, segredo", "operador, null", "'', ''"})
        void nobodyGetsIn(String user, String password) throws Exception {
            HttpResponse<String> response =
                    send(Http.to(closed, "/actuator/jolokia").header("Authorization", basic(user, password)));

            assertThat(response.statusCode()).isEqualTo(401);
        }

        @Test
        void nobodyGetsInWithoutAWord() throws Exception {
            assertThat(get(closed, "/actuator/hawtio").statusCode()).isEqualTo(401);
        }

        @Test
        void healthIsStillOpen() throws Exception {
            assertThat(get(closed, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    private long exchangesTotal() throws Exception {
        JsonNode value = jolokiaAnswer(read()).path("value");
        assertThat(value.isNumber()).isTrue();
        return value.asLong();
    }

    private void assertRefused(ObjectNode question) throws Exception {
        JsonNode answer = jolokiaAnswer(question);
        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
        assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    }

    private JsonNode jolokiaAnswer(ObjectNode question) throws Exception {
        HttpResponse<String> response = send(jolokia(question));
        assertThat(response.statusCode()).isEqualTo(200);
        return ContractJson.mapper().readTree(response.body());
    }

    private ObjectNode read() {
        return question("read").put("attribute", "ExchangesTotal");
    }

    private ObjectNode exec(String operation) {
        return question("exec").put("operation", operation);
    }

    private ObjectNode question(String type) {
        return ContractJson.mapper()
                .createObjectNode()
                .put("type", type)
                .put(
                        "mbean",
                        "org.apache.camel:context=" + camel.getManagementName() + ",type=routes,name=\"" + ROUTE
                                + "\"");
    }

    private HttpRequest.Builder jolokia(ObjectNode question) {
        return operator("/actuator/jolokia")
                .header("Content-Type", "application/json")
                .POST(ofString(question.toString()));
    }

    private HttpRequest.Builder operator(String path) {
        return as("operador", "segredo", path);
    }

    private HttpRequest.Builder as(String user, String password, String path) {
        return Http.to(management, path).header("Authorization", basic(user, password));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
