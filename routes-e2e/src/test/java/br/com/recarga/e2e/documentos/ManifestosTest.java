package br.com.recarga.e2e.documentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/} gives to Kubernetes is what Kubernetes takes, fits together, and fits the processes and their images. */
class ManifestosTest {

    private static final Path HOUSE = Path.of("..");
    private static final String RENDERED = "br.com.recarga.e2e.documentos.Manifestos#renderedAll";
    private static final String KUBECTL = "br.com.recarga.e2e.documentos.Manifestos#possivelOuExigido";

    private static final Pattern SECRET = Pattern.compile(".*(SENHA|BANCO_CHAVE|OPERADORES).*|RECARGA_MQTT_USUARIO");

    /** Of the sections of docs/operacao.md that name the settings of either. */
    private static final List<String> OF_BOTH = List.of("Perfil", "Broker", "Gestão", "Limites por endereço");

    @ParameterizedTest
    @MethodSource("br.com.recarga.e2e.documentos.Manifestos#completeFiles")
    void kubernetesTakesWhatIsWholeByItself(Path file) {
        assertThat(Manifestos.read(file)).isNotEmpty().allSatisfy(EsquemaKubernetes::check);
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void kubernetesTakesWhatIsRendered(Manifestos rendered) {
        assertThat(rendered.documents()).isNotEmpty().allSatisfy(EsquemaKubernetes::check);
    }

    @ParameterizedTest
    @CsvSource({
        "a field misspelt,          /spec, replicas, replics, 2",
        "one misspelt deep inside,  /spec/template/spec/containers/0/readinessProbe, httpGet, httpget, ",
        "a text for a number,       /spec, replicas, replicas, two",
        "a number as a text,        /spec, minReadySeconds, minReadySeconds, '5'",
        "a required field left out, /spec/template/spec/containers/0, name, , ",
        "a version that is none,    '', apiVersion, apiVersion, apps/v3",
        "a group that is none,      '', apiVersion, apiVersion, app/v1",
        "a kind of another group,   '', kind, kind, ConfigMap",
    })
    void whatKubernetesDoesNotTakeIsRefused(String what, String where, String name, String instead, String value) {
        JsonNode good = deployment();
        EsquemaKubernetes.check(good);

        JsonNode bad = good.deepCopy();
        ObjectNode parent = (ObjectNode) (where.isEmpty() ? bad : bad.at(where));
        JsonNode former = parent.remove(name);
        if (instead != null) {
            parent.set(instead, value == null ? former : TextNode.valueOf(value));
        }

        assertThatThrownBy(() -> EsquemaKubernetes.check(bad)).as(what).isInstanceOf(IllegalArgumentException.class);
    }

    /** As YAML makes one of {@code valor: 1} without quotes. */
    @Test
    void aNumberWhereATextBelongsIsRefused() {
        JsonNode bad = deployment();
        ((ObjectNode) bad.at("/spec/template/metadata/labels")).set("app.kubernetes.io/name", IntNode.valueOf(1));

        assertThatThrownBy(() -> EsquemaKubernetes.check(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode deployment() {
        JsonNode whole = Manifestos.completeFiles().stream()
                .flatMap(file -> Manifestos.read(file).stream())
                .filter(document -> document.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) whole.path("spec")).put("replicas", 2).put("minReadySeconds", 5);
        return whole;
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void whatSelectsPodsFindsThem(Manifestos rendered) {
        List<JsonNode> selectors = new ArrayList<>();
        rendered.workloads().forEach(workload -> {
            selectors.add(workload.at("/spec/selector/matchLabels"));
            workload.at("/spec/template/spec/topologySpreadConstraints")
                    .forEach(spread -> selectors.add(spread.at("/labelSelector/matchLabels")));
        });
        rendered.of("Service").forEach(service -> selectors.add(service.at("/spec/selector")));
        rendered.of("NetworkPolicy").forEach(policy -> selectors.add(policy.at("/spec/podSelector/matchLabels")));
        rendered.of("PodDisruptionBudget").forEach(budget -> selectors.add(budget.at("/spec/selector/matchLabels")));

        assertThat(selectors).allSatisfy(selector -> {
            assertThat(selector).isNotEmpty();
            assertThat(rendered.workloads())
                    .filteredOn(workload -> includes(workload.at("/spec/template/metadata/labels"), selector))
                    .hasSize(1);
        });
        assertThat(rendered.of("HorizontalPodAutoscaler"))
                .allSatisfy(scaler -> assertThat(rendered.workloads()).anySatisfy(workload -> {
                    JsonNode target = scaler.at("/spec/scaleTargetRef");
                    assertThat(Manifestos.name(workload))
                            .isEqualTo(target.path("name").asText());
                    assertThat(workload.path("kind")).isEqualTo(target.path("kind"));
                    assertThat(workload.path("apiVersion")).isEqualTo(target.path("apiVersion"));
                    // or each time that it is applied it would undo what has been scaled
                    assertThat(workload.at("/spec/replicas").isMissingNode()).isTrue();
                }));
    }

    private static boolean includes(JsonNode labels, JsonNode selector) {
        return selector.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void eachHasAServiceAndRulesOfTheNetwork(Manifestos rendered) {
        assertThat(rendered.workloads())
                .isNotEmpty()
                .allSatisfy(workload -> Stream.of("Service", "NetworkPolicy")
                        .forEach(kind -> assertThat(rendered.of(kind))
                                .extracting(Manifestos::name)
                                .contains(Manifestos.name(workload))));
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void thePortsAreThoseOfTheImage(Manifestos rendered) {
        assertThat(rendered.workloads()).allSatisfy(workload -> {
            Imagem image = Imagem.of(workload);
            JsonNode ports = container(workload).path("ports");
            assertThat(ports.findValuesAsText("containerPort")).isEqualTo(image.ports());
            List<String> names = ports.findValuesAsText("name");
            assertThat(named(rendered, "Service", workload).findValuesAsText("targetPort"))
                    .isNotEmpty()
                    .allMatch(names::contains);
            assertThat(named(rendered, "NetworkPolicy", workload)
                            .at("/spec/ingress")
                            .findValuesAsText("port"))
                    .containsExactlyInAnyOrderElementsOf(names);
        });
    }

    /** By the process itself, which does not hear its broker: it is alive, and not ready. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void theProbesAskWhatTheProcessAnswers(Manifestos rendered) throws Exception {
        for (JsonNode workload : rendered.workloads()) {
            int management = Imagem.of(workload).isServer()
                    ? Sistema.portaDeGestaoDoServidor()
                    : Sistema.portaDeGestaoDoCliente();
            Map<String, Integer> expected = Map.of("startupProbe", 200, "livenessProbe", 200, "readinessProbe", 503);
            for (Map.Entry<String, Integer> probe : expected.entrySet()) {
                JsonNode get = container(workload).path(probe.getKey()).path("httpGet");
                assertThat(get.path("port").asText()).isEqualTo("gestao");
                assertThat(status(management, get.path("path").asText()))
                        .as("%s of %s", probe.getKey(), Manifestos.name(workload))
                        .isEqualTo(probe.getValue());
            }
        }
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void everySettingIsOneThatTheProcessKnows(Manifestos rendered) throws IOException {
        for (JsonNode workload : rendered.workloads()) {
            String own = Imagem.of(workload).isServer() ? "Servidor" : "Cliente";
            assertThat(known(own)).containsAll(settings(rendered, workload).keySet());
        }
    }

    /** The first columns of the tables of docs/operacao.md. */
    private static Set<String> known(String own) throws IOException {
        Set<String> known = new TreeSet<>();
        String section = "";
        for (String line : Files.readAllLines(HOUSE.resolve("docs/operacao.md"))) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("#+ ", "").replaceFirst(" \\(.*", "");
            } else if (line.startsWith("| `") && (OF_BOTH.contains(section) || section.equals(own))) {
                Pattern.compile("`([A-Z_]+)`")
                        .matcher(line.split("\\|")[1])
                        .results()
                        .map(name -> name.group(1))
                        .forEach(known::add);
            }
        }
        known.add("RECARGA_PERFIL");
        return known;
    }

    /** From the names of its settings to their values; empty: those of a Secret. */
    private static Map<String, String> settings(Manifestos rendered, JsonNode workload) {
        Map<String, String> settings = new LinkedHashMap<>();
        container(workload).path("envFrom").forEach(source -> {
            String map = source.at("/configMapRef/name").asText();
            rendered.of("ConfigMap").stream()
                    .filter(candidate -> Manifestos.name(candidate).equals(map))
                    .flatMap(found -> found.path("data").properties().stream())
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asText()));
        });
        container(workload)
                .path("env")
                .forEach(variable -> settings.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return settings;
    }

    /** What is said of the broker and of the database is what the rules of the network let through. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void theNetworkLetsOutWhatTheProcessNeedsAndNoMore(Manifestos rendered) {
        assertThat(rendered.workloads()).allSatisfy(workload -> {
            Map<String, String> settings = settings(rendered, workload);
            Set<String> needed = new TreeSet<>(Set.of("53", settings.get("MQTT_PORT")));
            if (settings.containsKey("RECARGA_REPLICAS")) {
                needed.add("5432");
            }
            JsonNode policy = named(rendered, "NetworkPolicy", workload).path("spec");
            assertThat(policy.path("policyTypes").valueStream().map(JsonNode::asText))
                    .containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(new TreeSet<>(policy.path("egress").findValuesAsText("port")))
                    .isEqualTo(needed);
            assertThat(policy.path("ingress"))
                    .allSatisfy(rule ->
                            assertThat(rule.at("/from/0/namespaceSelector")).isNotEmpty());
        });
    }

    /** Processes that share a database know of each other, and a file is one process's. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void onlyWhatKnowsOfOthersIsSeveral(Manifestos rendered) {
        assertThat(rendered.workloads()).allSatisfy(workload -> {
            Map<String, String> settings = settings(rendered, workload);
            if (workload.path("kind").asText().equals("StatefulSet")) {
                assertThat(workload.at("/spec/replicas").asInt()).isEqualTo(1);
                assertThat(settings).doesNotContainKeys("RECARGA_REPLICAS", "RECARGA_BANCO_CHAVE");
                assertThat(settings.get("DATABASE_URL")).startsWith("sqlite:///" + mounted(workload, "dados") + "/");
                assertThat(workload.at("/spec/volumeClaimTemplates/0/metadata/name")
                                .asText())
                        .isEqualTo("dados");
            } else {
                assertThat(settings)
                        .containsEntry("RECARGA_REPLICAS", "true")
                        .containsKeys("DATABASE_URL", "RECARGA_BANCO_CHAVE");
                assertThat(replicas(rendered, workload)).isGreaterThanOrEqualTo(2);
                assertThat(workload.at("/spec/strategy/rollingUpdate/maxUnavailable")
                                .asInt(-1))
                        .isZero();
                assertThat(named(rendered, "PodDisruptionBudget", workload)
                                .at("/spec/maxUnavailable")
                                .asInt())
                        .isEqualTo(1);
            }
        });
    }

    private static String mounted(JsonNode workload, String volume) {
        return container(workload)
                .path("volumeMounts")
                .valueStream()
                .filter(mount -> mount.path("name").asText().equals(volume))
                .map(mount -> mount.path("mountPath").asText())
                .findFirst()
                .orElseThrow();
    }

    private static int replicas(Manifestos rendered, JsonNode workload) {
        return rendered.of("HorizontalPodAutoscaler").stream()
                .filter(scaler ->
                        scaler.at("/spec/scaleTargetRef/name").asText().equals(Manifestos.name(workload)))
                .map(scaler -> scaler.at("/spec/minReplicas").asInt())
                .findFirst()
                .orElse(workload.at("/spec/replicas").asInt());
    }

    /** A file that is mounted is where the settings say, and a volume that is mounted is there. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void whatIsMountedIsThere(Manifestos rendered) {
        assertThat(rendered.workloads()).allSatisfy(workload -> {
            List<String> volumes = new ArrayList<>();
            workload.at("/spec/template/spec/volumes")
                    .forEach(volume -> volumes.add(volume.path("name").asText()));
            workload.at("/spec/volumeClaimTemplates")
                    .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
            assertThat(container(workload).path("volumeMounts"))
                    .extracting(mount -> mount.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(volumes);
            Map<String, String> settings = settings(rendered, workload);
            assertThat(settings.get("RECARGA_MQTT_CA")).startsWith(mounted(workload, "ca") + "/");
            if (settings.containsKey("RECARGA_POSTOS_CSV")) {
                assertThat(settings.get("RECARGA_POSTOS_CSV")).startsWith(mounted(workload, "postos") + "/");
            }
        });
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void nothingMayMoreThanItHasTo(Manifestos rendered) {
        assertThat(rendered.workloads())
                .isNotEmpty()
                .allSatisfy(workload -> assertConfined(workload.at("/spec/template/spec"), Imagem.of(workload)));
    }

    @Test
    void norMayWhoRestores() {
        assertThat(Manifestos.completeFiles().stream()
                        .flatMap(file -> Manifestos.read(file).stream())
                        .filter(document -> document.path("kind").asText().equals("Pod")))
                .isNotEmpty()
                .allSatisfy(pod -> assertConfined(
                        pod.path("spec"),
                        Imagem.named(pod.at("/spec/containers/0/image").asText())));
    }

    private static void assertConfined(JsonNode pod, Imagem image) {
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        JsonNode ofThePod = pod.path("securityContext");
        assertThat(ofThePod.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(ofThePod.path("runAsUser").asText() + ":"
                        + ofThePod.path("runAsGroup").asText())
                .isEqualTo(image.user());
        assertThat(ofThePod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("initContainers").isMissingNode()).isTrue();
        assertThat(pod.path("containers")).hasSize(1);
        JsonNode own = pod.at("/containers/0/securityContext");
        assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(own.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(own.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(pod.at("/containers/0/volumeMounts"))
                .anySatisfy(
                        mount -> assertThat(mount.path("mountPath").asText()).isEqualTo("/tmp"));
    }

    /** As much memory as the images have been made for, and as much time to end. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void eachHasWhatComposeGivesIt(Manifestos rendered) throws IOException {
        for (JsonNode workload : rendered.workloads()) {
            Map<String, Object> service = Imagem.of(workload).service();
            assertThat(container(workload).at("/resources/limits/memory").asText())
                    .isEqualTo(service.get("mem_limit").toString().replace("m", "Mi"));
            int toEnd =
                    Integer.parseInt(service.get("stop_grace_period").toString().replace("s", ""));
            int before =
                    container(workload).at("/lifecycle/preStop/exec/command/1").asInt();
            assertThat(workload.at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt())
                    .isGreaterThanOrEqualTo(before + toEnd);
        }
    }

    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void noSecretHasAValue(Manifestos rendered) {
        assertThat(rendered.of("Secret")).isEmpty();
        Stream<Map.Entry<String, JsonNode>> ofMaps =
                rendered.of("ConfigMap").stream().flatMap(map -> map.path("data").properties().stream());
        Stream<Map.Entry<String, JsonNode>> ofProcesses = rendered.workloads().stream()
                .flatMap(workload -> container(workload).path("env").valueStream())
                .filter(variable -> variable.has("value"))
                .map(variable -> Map.entry(variable.path("name").asText(), variable.get("value")));
        assertThat(Stream.concat(ofMaps, ofProcesses)).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.getKey()).doesNotMatch(SECRET);
            // as a password in a URL
            assertThat(setting.getValue().asText()).doesNotContain("@");
        });
    }

    @Test
    void noFileMakesASecret() {
        assertThat(Manifestos.allFiles())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file).content().doesNotContain("secretGenerator", "kind: Secret", "stringData"));
    }

    /** What is not rendered, README.md makes. */
    @ParameterizedTest
    @MethodSource(RENDERED)
    @EnabledIf(KUBECTL)
    void whatComesFromOutsideReadmeSaysHowToMake(Manifestos rendered) throws IOException {
        String readme = Files.readString(Manifestos.DEPLOY.resolve("README.md"));
        for (JsonNode workload : rendered.workloads()) {
            JsonNode pod = workload.at("/spec/template/spec");
            Set<String> secrets = names(pod, "secretRef", "secretKeyRef");
            Set<String> maps = names(pod, "configMapRef", "configMap");
            rendered.of("ConfigMap").forEach(map -> maps.remove(Manifestos.name(map)));
            assertThat(secrets)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(readme).contains("create secret generic " + name + " "));
            assertThat(maps)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(readme).contains("create configmap " + name + " "));
        }
    }

    private static Set<String> names(JsonNode pod, String... references) {
        return Stream.of(references)
                .flatMap(reference -> pod.findValues(reference).stream())
                .map(reference -> reference.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    private static JsonNode named(Manifestos rendered, String kind, JsonNode workload) {
        return rendered.of(kind).stream()
                .filter(document -> Manifestos.name(document).equals(Manifestos.name(workload)))
                .findFirst()
                .orElse(JsonNodeFactory.instance.objectNode());
    }

    /**
     * An image, as docker-compose.yml builds it.
     *
     * @param service the first that it is built for, after which it is called
     * @param dockerfile its text
     */
    private record Imagem(Map<String, Object> service, String dockerfile) {

        static Imagem of(JsonNode workload) throws IOException {
            String name = Manifestos.name(workload);
            return named(container(Manifestos.completeFiles().stream()
                            .flatMap(file -> Manifestos.read(file).stream())
                            .filter(document -> document.path("kind").asText().equals("Deployment")
                                    && Manifestos.name(document).equals(name))
                            .findFirst()
                            .orElseThrow())
                    .path("image")
                    .asText());
        }

        static Imagem named(String image) throws IOException {
            Map<String, Object> compose = new Yaml().load(Files.readString(HOUSE.resolve("docker-compose.yml")));
            String project = compose.get("name") + "-";
            assertThat(image).startsWith(project);
            @SuppressWarnings("unchecked")
            Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) compose.get("services");
            Map<String, Object> service = services.get(image.substring(project.length()));
            assertThat(service).as(image).isNotNull();
            Object dockerfile = ((Map<?, ?>) service.get("build")).get("dockerfile");
            return new Imagem(service, Files.readString(HOUSE.resolve(dockerfile.toString())));
        }

        boolean isServer() {
            return dockerfile.contains("routes-server");
        }

        List<String> ports() {
            return List.of(line("EXPOSE (.+)").split(" "));
        }

        String user() {
            return line("USER (.+)");
        }

        private String line(String pattern) {
            return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                    .matcher(dockerfile)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }
}
