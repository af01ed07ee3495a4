package br.com.recarga.platform.management;

import br.com.recarga.platform.http.ContractErrorValve;
import br.com.recarga.platform.limites.LimitesSettings;
import br.com.recarga.platform.limites.PortaComLimites;
import br.com.recarga.platform.limites.Proxies;
import br.com.recarga.platform.limites.SenhasErradas;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** What the container of the management port has in common with that of the application. */
@ManagementContextConfiguration(proxyBeanMethods = false)
public class ManagementHttp {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementErrorValve() {
        return ContractErrorValve.customizer();
    }

    @Bean
    PortaComLimites managementLimits(LimitesSettings limites, Proxies proxies) {
        return new PortaComLimites(limites, proxies);
    }

    @Bean
    FilterRegistrationBean<SenhasErradas> managementLogins(LimitesSettings limites) {
        var filter = new FilterRegistrationBean<>(new SenhasErradas(limites));
        filter.setOrder(ManagementSecurity.BEFORE_HAWTIO - 1);
        return filter;
    }
}
