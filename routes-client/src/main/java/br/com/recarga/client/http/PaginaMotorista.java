package br.com.recarga.client.http;

import br.com.recarga.platform.http.OpenApiDocument;
import br.com.recarga.platform.http.Paginas;
import br.com.recarga.platform.http.Webjar;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What people read here: the drivers' page at {@code /}, which asks the same paths as everybody else, and their contract. */
@Configuration
@EnableConfigurationProperties(MapaSettings.class)
class PaginaMotorista implements WebMvcConfigurer {

    @Bean
    Paginas paginas(MapaSettings mapa) {
        return Paginas.montadas(
                "motorista",
                Map.of("/leaflet", Webjar.folderOf("leaflet", "dist/leaflet.js")),
                mapa.origem().stream().toList(),
                true);
    }

    @Bean
    OpenApiDocument openApi() {
        return new OpenApiDocument("openapi-client.yaml");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController("/").setViewName("forward:/pagina/index.html");
    }
}
