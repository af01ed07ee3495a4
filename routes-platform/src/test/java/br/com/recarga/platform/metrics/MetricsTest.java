package br.com.recarga.platform.metrics;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a monitoring system reads, where {@code recarga.metricas} is on; that it is off elsewhere, ManagementSecurityTest sees. */
// without it Spring Boot would leave the export out of a test
@AutoConfigureObservability(tracing = false)
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "recarga.metricas=true")
class MetricsTest {

    private static final int MANY = 50;

    @LocalManagementPort
    private int management;

    @LocalServerPort
    private int port;

    @Test
    void nobodyReadsThemWithoutThePassword() throws Exception {
        assertThat(Http.get(management, "/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void eachDoorCountsWhatItAnsweredByItsCode() throws Exception {
        double before = counted("post-reservar", "OK");
        reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes()));
        reservar(ofString("{"));

        assertThat(counted("post-reservar", "OK")).isEqualTo(before + 1);
        assertThat(counted("post-reservar", "JSON_INVALIDO")).isPositive();
    }

    @Test
    void whatNoRouteAnsweredIsCountedByItsStatus() throws Exception {
        Http.get(port, "/nao-ha");

        assertThat(metrics()).contains("http_server_requests_seconds_count", "status=\"404\"");
    }

    @Test
    void whetherTheBrokerIsHeardIsTold() throws Exception {
        assertThat(metrics()).containsPattern("recarga_mqtt_inscrito\\S* 0\\.0");
    }

    @Test
    void aRouteTellsHowLongItTakesAndHowOftenItFails() throws Exception {
        reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes()));

        assertThat(metrics())
                .containsPattern("camel_route_policy_seconds_count\\{.*routeId=\"reservar\"")
                .containsPattern("camel_exchanges_failed_total\\{.*routeId=\"reservar\"");
    }

    @Test
    void whateverCallersMakeUpNoSeriesIsMadeOfIt() throws Exception {
        askForWhatIsMadeUp("antes");
        Set<String> before = series();
        for (int i = 0; i < MANY; i++) {
            askForWhatIsMadeUp("inventado-" + i);
        }

        // what was asked last before may be counted only now
        assertThat(series()).hasSizeLessThan(before.size() + MANY).noneMatch(series -> series.contains("inventado"));
    }

    private void askForWhatIsMadeUp(String name) throws Exception {
        Http.get(port, "/" + name);
        Http.get(port, "/eco/" + name);
        reservar(ofString("{\"server_id\":\"" + name + "\",\"codigo\":\"" + name + "\"}"));
        Http.send(Http.to(port, "/reservar")
                .header("Idempotency-Key", name)
                .method(name.toUpperCase().replaceAll("[^A-Z]", ""), ofString("{}")));
    }

    private void reservar(BodyPublisher body) throws Exception {
        Http.send(Http.to(port, "/reservar")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "r-1")
                .POST(body));
    }

    private double counted(String route, String code) throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("recarga_respostas_seconds_count{"))
                .filter(line -> line.contains("rota=\"" + route + "\"") && line.contains("codigo=\"" + code + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Of what a request brings: how each is called, without what it says. */
    private Set<String> series() throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.matches("(recarga|camel|http)_.*"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private String metrics() throws Exception {
        HttpResponse<String> response = Http.send(Http.to(management, "/actuator/prometheus")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("operador:segredo".getBytes(UTF_8))));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
