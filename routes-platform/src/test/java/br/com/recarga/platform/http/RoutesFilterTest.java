package br.com.recarga.platform.http;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** What goes to a route at once, and what Spring is to judge first. */
@SpringBootTest(
        classes = {TestApplication.class, RoutesFilterTest.Spring.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class RoutesFilterTest {

    private static final String JSON = "application/json";

    /** What has gone on to Spring. */
    private static final AtomicInteger CAME = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @BeforeEach
    void nobodyHasCome() {
        CAME.set(0);
    }

    @ParameterizedTest
    @CsvSource({
        // method, path, type, accepted; status, whether Spring saw it
        "POST, /reservar,     application/json,                ,                 200, false",
        "POST, /reservar/,    application/json,                ,                 200, false",
        "POST, /reservar,     application/json,                */*,              200, false",
        "POST, /reservar,     application/json;charset=UTF-8,  ,                 200, true",
        "POST, /reservar;x=1, application/json,                ,                 200, true",
        "POST, /reservar,     application/json,                'text/html, */*', 200, true",
    })
    void onlyWhatIsExactlyForARouteGoesToItAtOnce(
            String method, String path, String type, String accept, int status, boolean bySpring) throws Exception {
        HttpResponse<String> response = send(method, path, type, accept);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(CAME.get() > 0).isEqualTo(bySpring);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE", "HEAD"})
    void aMethodThatThePathDoesNotHaveIsRefusedAsEver(String method) throws Exception {
        assertThat(send(method, "/reservar", JSON, null).statusCode()).isEqualTo(405);
    }

    @Test
    void aRouteThatIsSuspendedIsAwayAndComesBack() throws Exception {
        camel.getRouteController().suspendRoute("post-reservar");
        assertThat(send("POST", "/reservar", JSON, null).statusCode()).isEqualTo(503);

        camel.getRouteController().resumeRoute("post-reservar");
        assertThat(send("POST", "/reservar", JSON, null).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, String type, String accept) throws Exception {
        var request = Http.to(port, path)
                .method(method, ofByteArray(Exemplo.RESERVAR_BODY.bytes()))
                .header("Content-Type", type)
                .header("Idempotency-Key", "chave-1");
        return Http.send(accept == null ? request : request.header("Accept", accept));
    }

    /** Where what goes on to Spring comes by. */
    @TestConfiguration
    static class Spring {

        @Bean
        FilterRegistrationBean<Filter> afterTheRoutes() {
            var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                CAME.incrementAndGet();
                chain.doFilter(request, response);
            });
            filter.setOrder(FilterOrder.ROUTE + 1);
            filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
            return filter;
        }
    }
}
