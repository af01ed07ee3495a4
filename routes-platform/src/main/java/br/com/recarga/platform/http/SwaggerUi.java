package br.com.recarga.platform.http;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI at {@code /docs}, from its webjar, on the document at {@code /openapi.json}; unless {@code recarga.swagger} is false. */
@ConditionalOnBooleanProperty(name = "recarga.swagger", matchIfMissing = true)
public final class SwaggerUi implements WebMvcConfigurer {

    private static final String OURS = "classpath:/docs/";

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/docs", "/docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        // ours first: its initializer names our document instead of the webjar's example
        resources
                .addResourceHandler("/docs/**")
                .addResourceLocations(OURS, Webjar.folderOf("swagger-ui", "index.html"));
    }
}
