package br.com.recarga.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * The files of a page for people: its own below {@code /pagina}, what all pages share below {@code /comum}, its libraries. A page
 * talks to nobody but the application that it came from, except for images from where it is told to take them, and no other page
 * may show it in a frame.
 */
public final class Paginas implements WebMvcConfigurer, HandlerInterceptor {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final String INDEX = "/pagina/index.html";
    private static final String WORKER = "/sw.js";

    /** By path, such as {@code /pagina}, where its files are. */
    private final Map<String, String> folders;

    private final boolean assembled;
    private final String contentPolicy;
    private final String permissions;

    private Paginas(
            String folder, Map<String, String> libraries, boolean assembled, List<String> images, boolean place) {
        folders = new LinkedHashMap<>(libraries);
        folders.put("/pagina", "classpath:/paginas/" + folder + "/");
        folders.put("/comum", "classpath:/paginas/comum/");
        this.assembled = assembled;
        contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src %s; connect-src 'self'; "
                        .formatted(String.join(
                                " ",
                                Stream.concat(Stream.of("'self'"), images.stream())
                                        .toList()))
                + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        permissions = "camera=(), microphone=(), geolocation=(%s), payment=()".formatted(place ? "self" : "");
    }

    /**
     * Each file by itself, as it is.
     *
     * @param folder below {@code paginas/} on the class path
     */
    public Paginas(String folder) {
        this(folder, Map.of(), false, List.of(), false);
    }

    /**
     * A page that is assembled when the application starts, and has a service worker, {@code sw.js}; its files are there as they are,
     * too.
     *
     * @param folder below {@code paginas/} on the class path
     * @param libraries path, such as {@code /leaflet}, to the location of its files
     * @param images where images come from besides, as sources of a Content-Security-Policy
     * @param place whether it may ask the browser where it is, which then asks its user
     */
    public static Paginas montadas(String folder, Map<String, String> libraries, List<String> images, boolean place) {
        return new Paginas(folder, libraries, true, images, place);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        folders.forEach((path, location) -> serve(resources, path + "/**", location, CacheControl.noCache()));
        if (!assembled) {
            return;
        }
        AssembledPage page = new AssembledPage(
                folders.keySet().stream().map(path -> path + "/").toList(), INDEX, this::content);
        byte[] worker = page.worker("/pagina" + WORKER, contentPolicy + permissions);
        serve(resources, INDEX, CacheControl.noCache(), path -> page.html());
        serve(resources, WORKER, CacheControl.noCache(), path -> worker);
        serve(
                resources,
                AssembledPage.FOLDER + "**",
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable(),
                page.files()::get);
    }

    private void serve(
            ResourceHandlerRegistry resources, String pattern, CacheControl caching, Function<String, byte[]> made) {
        serve(resources, pattern, folders.get("/pagina"), caching)
                .resourceChain(false)
                .addResolver(new MadeResources(made));
    }

    private static ResourceHandlerRegistration serve(
            ResourceHandlerRegistry resources, String pattern, String location, CacheControl caching) {
        return resources
                .addResourceHandler(pattern)
                .addResourceLocations(location)
                // a reproducible build gives all files one date: only their content tells an old one from a new one
                .setUseLastModified(false)
                .setEtagGenerator(Paginas::etag)
                .setCacheControl(caching);
    }

    private byte[] content(String path) {
        int folder = path.indexOf('/', 1);
        try {
            return new DefaultResourceLoader()
                    .getResource(folders.get(path.substring(0, folder)) + path.substring(folder + 1))
                    .getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        interceptors
                .addInterceptor(this)
                .addPathPatterns(
                        folders.keySet().stream().map(path -> path + "/**").toList())
                .addPathPatterns(AssembledPage.FOLDER + "**", WORKER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HEADERS.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("Permissions-Policy", permissions);
        return true;
    }

    /** What was made when the application started, by its path. */
    private static final class MadeResources implements ResourceResolver {

        private final Function<String, byte[]> made;

        private MadeResources(Function<String, byte[]> made) {
            this.made = made;
        }

        @Override
        public Resource resolveResource(
                HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            byte[] content = made.apply(path);
            return content == null ? null : new Made(path, content);
        }

        @Override
        public String resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return null;
        }
    }

    private static final class Made extends ByteArrayResource {

        private final String path;

        private Made(String path, byte[] content) {
            super(content, path);
            this.path = path;
        }

        /** By which its media type is found. */
        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
