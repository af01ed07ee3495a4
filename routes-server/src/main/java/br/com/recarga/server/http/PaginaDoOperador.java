package br.com.recarga.server.http;

import br.com.recarga.platform.http.FilterOrder;
import br.com.recarga.platform.http.OpenApiDocument;
import br.com.recarga.platform.http.Paginas;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people read here: the operator's page, which is what a browser finds at {@code /}, and the contract of the paths. */
@Configuration(proxyBeanMethods = false)
class PaginaDoOperador {

    @Bean
    Paginas paginas() {
        return new Paginas("operador");
    }

    @Bean
    OpenApiDocument openApi() {
        return new OpenApiDocument("openapi-server.yaml");
    }

    @Bean
    FilterRegistrationBean<PaginaNaRaiz> paginaNaRaiz() {
        var filter = new FilterRegistrationBean<>(new PaginaNaRaiz());
        filter.addUrlPatterns("/");
        filter.setOrder(FilterOrder.APPLICATION);
        return filter;
    }
}
