package br.com.recarga.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of a page for people: its own below {@code /pagina}, what all pages share below {@code /comum}, its libraries. A page
 * talks to nobody but the application that it came from, and no other page may show it in a frame.
 */
public final class Paginas implements WebMvcConfigurer, HandlerInterceptor {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final String folder;
    private final Map<String, String> libraries;

    /**
     * @param folder below {@code paginas/} on the class path
     * @param libraries path, such as {@code /leaflet}, to the location of its files
     */
    public Paginas(String folder, Map<String, String> libraries) {
        this.folder = folder;
        this.libraries = Map.copyOf(libraries);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        serve(resources, "/pagina", "classpath:/paginas/" + folder + "/");
        serve(resources, "/comum", "classpath:/paginas/comum/");
        libraries.forEach((path, location) -> serve(resources, path, location));
    }

    private static void serve(ResourceHandlerRegistry resources, String path, String location) {
        resources
                .addResourceHandler(path + "/**")
                .addResourceLocations(location)
                // a reproducible build gives all files one date: only their content tells an old one from a new one
                .setUseLastModified(false)
                .setEtagGenerator(Paginas::etag)
                .setCacheControl(CacheControl.noCache());
    }

    /** Weak, because Tomcat compresses nothing that has a strong one. */
    private static String etag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return "W/\"" + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var ours = interceptors.addInterceptor(this).addPathPatterns("/pagina/**", "/comum/**");
        libraries.keySet().forEach(path -> ours.addPathPatterns(path + "/**"));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HEADERS.forEach(response::setHeader);
        return true;
    }
}
