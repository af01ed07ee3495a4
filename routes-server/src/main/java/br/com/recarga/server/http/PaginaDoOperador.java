package br.com.recarga.server.http;

import br.com.recarga.platform.http.Paginas;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operator's page: its files, and that it is what a browser finds at {@code /}. */
@Configuration(proxyBeanMethods = false)
class PaginaDoOperador {

    @Bean
    Paginas paginas() {
        return new Paginas("operador", Map.of());
    }

    @Bean
    FilterRegistrationBean<PaginaNaRaiz> paginaNaRaiz() {
        return new FilterRegistrationBean<>(new PaginaNaRaiz());
    }
}
