package br.com.recarga.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI at {@code /docs}, from its webjar, on the {@code /openapi.json} that Camel makes of the {@code rest()} routes. */
public final class SwaggerUi implements WebMvcConfigurer {

    private static final String OURS = "classpath:/docs/";
    private static final String WEBJAR = "classpath*:/META-INF/resources/webjars/swagger-ui/*/index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/docs", "/docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        try {
            String index = new PathMatchingResourcePatternResolver()
                    .getResources(WEBJAR)[0]
                    .getURL()
                    .toString();
            // ours first: its initializer names our document instead of the webjar's example
            resources
                    .addResourceHandler("/docs/**")
                    .addResourceLocations(OURS, index.substring(0, index.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
