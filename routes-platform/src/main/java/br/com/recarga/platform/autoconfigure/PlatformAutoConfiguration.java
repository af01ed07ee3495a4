package br.com.recarga.platform.autoconfigure;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.platform.http.AsyncPlatformHttpEngine;
import br.com.recarga.platform.http.ConsultaFilter;
import br.com.recarga.platform.http.ContractErrorController;
import br.com.recarga.platform.http.ContractErrorValve;
import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.HttpDoor;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.JsonBodyFilter;
import br.com.recarga.platform.http.OutroCorpo;
import br.com.recarga.platform.http.RestApi;
import br.com.recarga.platform.http.RestOfBodyFilter;
import br.com.recarga.platform.http.SecurityHeadersValve;
import br.com.recarga.platform.http.SwaggerUi;
import br.com.recarga.platform.limites.LimitesSettings;
import br.com.recarga.platform.limites.PedidosPorEndereco;
import br.com.recarga.platform.limites.PortaComLimites;
import br.com.recarga.platform.limites.Proxies;
import br.com.recarga.platform.limites.SenhasErradas;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttHealthIndicator;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.mqtt.TlsSettings;
import br.com.recarga.platform.mqttrequest.EndOfRequests;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.UrlHandlerFilter;

/** The beans that every application of ours has. */
@AutoConfiguration
@AutoConfigureBefore(
        value = JacksonAutoConfiguration.class,
        name = {
            "org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration",
            "org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration"
        })
@EnableConfigurationProperties({MqttSettings.class, TlsSettings.class})
@Import({TimerFailures.class, HttpReplies.class})
public class PlatformAutoConfiguration {

    /** The contract's mapper is everybody's, Camel's data format included: one reading of JSON in the whole process. */
    @Bean
    ObjectMapper objectMapper() {
        return ContractJson.mapper();
    }

    @Bean(destroyMethod = "close")
    MqttConnections mqttConnections(MqttSettings settings, TlsSettings tls) {
        return new MqttConnections(settings, tls);
    }

    @Bean
    EndOfRequests endOfRequests(ObjectProvider<MqttRequestComponent> requests) {
        return new EndOfRequests(requests);
    }

    /** Named {@code mqtt} in the readiness group. */
    @Bean
    MqttHealthIndicator mqttHealthIndicator(MqttConnections connections) {
        return new MqttHealthIndicator(connections);
    }

    /** What has a door for HTTP; {@link FilterOrder} says in which order its filters come. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import({
        HttpDoor.class,
        ConsultaFilter.class,
        PedidosPorEndereco.class,
        SenhasErradas.class,
        RestApi.class,
        SwaggerUi.class,
        ContractErrorController.class
    })
    @EnableConfigurationProperties(LimitesSettings.class)
    static class Http {

        @Bean
        Proxies proxies(@Value("${recarga.proxies:}") String cidr) {
            return new Proxies(cidr);
        }

        @Bean
        PortaComLimites portaComLimites(LimitesSettings limites, Proxies proxies) {
            return new PortaComLimites(limites, proxies);
        }

        /** Replaces Camel's, which holds a thread for every request that waits. */
        @Bean("platform-http-engine")
        AsyncPlatformHttpEngine platformHttpEngine(
                @Value("${server.port:8080}") int port,
                @Value("${spring.mvc.async.request-timeout:30s}") Duration deadline,
                LimitesSettings limites) {
            return new AsyncPlatformHttpEngine(port, deadline, limites.envio());
        }

        @Bean
        FilterRegistrationBean<Filter> routesFilter(AsyncPlatformHttpEngine engine) {
            var filter = new FilterRegistrationBean<Filter>(engine::serve);
            // also what begins again once its body has come
            filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
            filter.setOrder(FilterOrder.ROUTE);
            return filter;
        }

        /** Before every filter that answers: also those answer only once there is somebody to answer. */
        @Bean
        FilterRegistrationBean<Filter> httpDoorFilter(HttpDoor door) {
            var filter = new FilterRegistrationBean<Filter>(door::letIn);
            filter.setOrder(FilterOrder.DOOR);
            return filter;
        }

        @Bean
        RestOfBodyFilter restOfBodyFilter(LimitesSettings limites) {
            return new RestOfBodyFilter(limites.envio());
        }

        @Bean
        JsonBodyFilter jsonBodyFilter(List<OutroCorpo> outros, LimitesSettings limites) {
            return new JsonBodyFilter(outros, limites.envio());
        }

        /** The original's peers write {@code /pontos/} as well as {@code /pontos}. */
        @Bean
        FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
            var filter = new FilterRegistrationBean<>(
                    UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
            filter.setOrder(FilterOrder.PATH);
            return filter;
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> contractErrorValve() {
            return ContractErrorValve.customizer();
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> securityHeaders() {
            return factory -> factory.addEngineValves(new SecurityHeadersValve());
        }
    }
}
